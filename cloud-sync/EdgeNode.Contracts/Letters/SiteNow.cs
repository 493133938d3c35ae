namespace EdgeNode.Contracts;

/// <summary>The latest picture of a site: not the record of it, and never a person. Retained; each takes the place of the last.</summary>
/// <param name="At">Milliseconds since 1970 UTC, by the site's clock.</param>
/// <param name="Doors">In the site's order.</param>
/// <param name="Desks">In the site's order.</param>
/// <param name="Visitors">Usage sessions in progress.</param>
/// <param name="Expected">Bookings still to come today.</param>
/// <param name="Health">How the node is.</param>
public sealed record SiteNow(
    long At, IReadOnlyList<DoorNow> Doors, IReadOnlyList<DeskNow> Desks, int Visitors, int Expected, HealthNow Health) : Letter;
