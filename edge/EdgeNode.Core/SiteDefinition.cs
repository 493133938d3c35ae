using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>What stands at the site: validated, immutable, read from its configuration file.</summary>
/// <param name="Id">The site.</param>
/// <param name="Name">Name for people.</param>
/// <param name="TimeZone">Zone in which schedules and usage days are read.</param>
/// <param name="Areas">All areas but <see cref="AreaId.Outside"/>.</param>
/// <param name="Doors">All doors.</param>
/// <param name="AccessPoints">All readers with their door.</param>
/// <param name="Desks">All desks.</param>
/// <param name="Rooms">All rooms.</param>
/// <param name="Rules">Times and limits that hold for the whole site.</param>
public sealed record SiteDefinition(
    SiteId Id,
    string Name,
    TimeZoneInfo TimeZone,
    ImmutableArray<Area> Areas,
    ImmutableArray<Door> Doors,
    ImmutableArray<AccessPoint> AccessPoints,
    ImmutableArray<Desk> Desks,
    ImmutableArray<Room> Rooms,
    SiteRules Rules);
