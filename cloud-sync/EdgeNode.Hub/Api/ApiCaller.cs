namespace EdgeNode.Hub;

/// <summary>Who calls the API.</summary>
/// <param name="Owner">An owner, who sees the own sites only; null = the network itself.</param>
public sealed record ApiCaller(string? Owner);
