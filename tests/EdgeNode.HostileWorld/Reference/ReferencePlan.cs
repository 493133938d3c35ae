using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Which doors a booking opens: those on the shortest way from the street; of two equally short, the one whose doors stand first in the configuration.</summary>
internal sealed class ReferencePlan
{
    private readonly Dictionary<string, List<string>> _ways = [];

    public ReferencePlan(SiteDefinition site)
    {
        foreach (var desk in site.Desks)
        {
            _ways[desk.Id.Value] = Way(site, desk.Area.Value);
        }

        foreach (var room in site.Rooms)
        {
            _ways[room.Id.Value] = Way(site, room.Area.Value);
        }
    }

    public bool Leads(string door, string resource) => _ways.TryGetValue(resource, out var way) && way.Contains(door);

    // All ways of one door, then of two, and so on: the first that ends in the area.
    private static List<string> Way(SiteDefinition site, string goal)
    {
        var ways = new List<(string Area, List<string> Doors)> { ("outside", []) };
        for (var length = 0; length <= site.Doors.Length; length++)
        {
            foreach (var (area, doors) in ways)
            {
                if (area == goal)
                {
                    return doors;
                }
            }

            var longer = new List<(string Area, List<string> Doors)>();
            foreach (var (area, doors) in ways)
            {
                foreach (var door in site.Doors)
                {
                    if (door.From.Value == area)
                    {
                        longer.Add((door.To.Value, [.. doors, door.Id.Value]));
                    }
                }
            }

            ways = longer;
        }

        return [];
    }
}
