using System.Collections.Frozen;

namespace EdgeNode.Core;

/// <summary>The door graph of a site: which door leads where, and the path from the street to every desk and room.</summary>
public sealed class SitePlan
{
    private readonly FrozenDictionary<AccessPointId, AccessPoint> _accessPoints;
    private readonly FrozenDictionary<DoorId, Door> _doors;
    private readonly FrozenDictionary<AreaId, Area> _areas;
    private readonly FrozenDictionary<ResourceId, FrozenSet<DoorId>> _paths;
    private readonly FrozenDictionary<AccessPointId, Desk> _tags;
    private readonly FrozenDictionary<ResourceId, BookingTimes> _times;

    /// <summary>Computes the paths of a site.</summary>
    public SitePlan(SiteDefinition site)
    {
        Site = site;
        _accessPoints = site.AccessPoints.ToFrozenDictionary(point => point.Id);
        _doors = site.Doors.ToFrozenDictionary(door => door.Id);
        _areas = site.Areas.ToFrozenDictionary(area => area.Id);
        _tags = site.Desks.Where(desk => desk.Tag is not null).ToFrozenDictionary(desk => desk.Tag!.Value);
        _paths = site.Desks.Select(desk => (desk.Id, desk.Area))
            .Concat(site.Rooms.Select(room => (room.Id, room.Area)))
            .ToFrozenDictionary(resource => resource.Id, resource => ShortestPath(site, resource.Area));
        _times = site.Desks.Select(desk => (desk.Id, desk.Times))
            .Concat(site.Rooms.Select(room => (room.Id, room.Times)))
            .ToFrozenDictionary(resource => resource.Id, resource => resource.Times ?? site.Rules.Booking);
    }

    /// <summary>The site itself.</summary>
    public SiteDefinition Site { get; }

    /// <summary>The access point, or null.</summary>
    public AccessPoint? FindAccessPoint(AccessPointId id) => _accessPoints.GetValueOrDefault(id);

    /// <summary>The door, or null.</summary>
    public Door? FindDoor(DoorId id) => _doors.GetValueOrDefault(id);

    /// <summary>The desk whose tag an access point is, or null.</summary>
    public Desk? FindTagged(AccessPointId tag) => _tags.GetValueOrDefault(tag);

    /// <summary>The area, or null; the street is none.</summary>
    public Area? FindArea(AreaId id) => _areas.GetValueOrDefault(id);

    /// <summary>Whether an area is host-private; the street is not.</summary>
    public bool IsHostPrivate(AreaId area) => FindArea(area)?.HostPrivate == true;

    /// <summary>The times of a desk or room; those of the site for one that it does not have.</summary>
    public BookingTimes TimesOf(ResourceId resource) => _times.GetValueOrDefault(resource) ?? Site.Rules.Booking;

    /// <summary>Whether the site has such a desk or room.</summary>
    public bool Has(ResourceId resource) => _paths.ContainsKey(resource);

    /// <summary>Whether the way from the street to a resource goes through a door.</summary>
    public bool IsOnPath(DoorId door, ResourceId resource) => _paths.TryGetValue(resource, out var doors) && doors.Contains(door);

    // Breadth first from the street; an area that no door leads to has an empty path, which opens nothing.
    private static FrozenSet<DoorId> ShortestPath(SiteDefinition site, AreaId goal)
    {
        var ways = new Dictionary<AreaId, Door?> { [AreaId.Outside] = null };
        var queue = new Queue<AreaId>([AreaId.Outside]);
        while (queue.TryDequeue(out var area) && area != goal)
        {
            foreach (var door in site.Doors.Where(door => door.From == area && !ways.ContainsKey(door.To)))
            {
                ways.Add(door.To, door);
                queue.Enqueue(door.To);
            }
        }

        return Backwards(ways, goal).ToFrozenSet();
    }

    private static IEnumerable<DoorId> Backwards(Dictionary<AreaId, Door?> ways, AreaId goal)
    {
        while (ways.TryGetValue(goal, out var door) && door is not null)
        {
            yield return door.Id;
            goal = door.From;
        }
    }
}
