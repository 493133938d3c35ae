namespace EdgeNode.Core;

/// <summary>A day pass that was used: one for each holder and local day.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Day">Local date of the site on which the stay began.</param>
public readonly record struct DayPassUse(HolderRef Holder, DateOnly Day);
