namespace EdgeNode.Hub;

/// <summary>A site for the operator.</summary>
/// <param name="Id">The site.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Online">Connected now, and heard of within the last 90 s.</param>
/// <param name="Seen">Last word of it; null = never.</param>
/// <param name="Version">Version of its program.</param>
/// <param name="PolicyInForce">Version of the policy that it applies.</param>
/// <param name="PolicyWanted">Version that it should apply: as long as it is higher, blocks and bookings may not be known there.</param>
/// <param name="LastSealedDay">Latest usage day sealed; null = none.</param>
/// <param name="DaysOwed">Closed usage days not sealed here yet, by its last picture; null = never seen.</param>
/// <param name="Clock">Trust of its clock, by its last picture.</param>
/// <param name="Alarms">Doors with an alarm, and its troubles in words, by its last picture.</param>
public sealed record SiteRow(
    string Id,
    string Name,
    bool Online,
    DateTimeOffset? Seen,
    string? Version,
    long PolicyInForce,
    long PolicyWanted,
    string? LastSealedDay,
    int? DaysOwed,
    string? Clock,
    IReadOnlyList<string> Alarms)
{
    /// <summary>Holders whose blocked badges may still open doors there, until the site confirms a later policy.</summary>
    public IReadOnlyList<string> NotYetBlocked { get; init; } = [];
}
