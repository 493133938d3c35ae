namespace EdgeNode.Hub;

/// <summary>A site for the operator.</summary>
/// <param name="Id">The site.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Online">Connected now.</param>
/// <param name="Seen">Last status; null = never.</param>
/// <param name="Version">Version of its program.</param>
/// <param name="PolicyInForce">Version of the policy that it applies.</param>
/// <param name="LastSealedDay">Latest usage day sealed; null = none.</param>
public sealed record SiteRow(string Id, string Name, bool Online, DateTimeOffset? Seen, string? Version, long PolicyInForce, string? LastSealedDay);
