namespace EdgeNode.Core;

/// <summary>Minutes of prepaid usage on one usage day.</summary>
/// <param name="Day">The usage day to which its sessions belong.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Minutes">Whole minutes begun, of every session.</param>
public sealed record PrepaidUse(DateOnly Day, HolderRef Holder, long Minutes);
