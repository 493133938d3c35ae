using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Somebody with habits and mistakes: comes late or never, taps twice, lends the badge, follows another, props the door, forgets to tap out.</summary>
internal sealed class Person(int number, World world, Random dice)
{
    private static readonly SiteDefinition Site = WorldSite.Configuration.Definition;
    private readonly double _careless = dice.NextDouble() * 0.3;
    private string _area = "outside";

    public IEnumerable<TimeSpan> Live()
    {
        while (true)
        {
            foreach (var (at, until, goal) in Plans())
            {
                yield return at - world.Uptime;
                foreach (var wait in Visit(until, goal))
                {
                    yield return wait;
                }
            }

            yield return dice.Hours(10, 16);
        }
    }

    private List<(TimeSpan At, TimeSpan Until, string Goal)> Plans()
    {
        var plans = new List<(TimeSpan At, TimeSpan Until, string Goal)>();
        var (now, soon) = (world.Clock.True, world.Clock.True.AddHours(14));
        foreach (var booking in world.Hub.Bookings.Where(booking => booking.Holder == $"h{number}"))
        {
            var start = DateTimeOffset.FromUnixTimeMilliseconds(booking.Start);
            if (start > now && start < soon && !dice.Is(0.12))
            {
                var at = world.Uptime + (start - now) + dice.Between(TimeSpan.FromMinutes(-25), TimeSpan.FromMinutes(dice.Is(0.2) ? 60 : 15));
                plans.Add((at, at + dice.Between(TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(booking.End - booking.Start)), booking.Resource));
            }
        }

        if (plans.Count == 0 && dice.Is(Population.Books(number) ? 0.15 : 0.7))
        {
            var at = world.Uptime + dice.Hours(1, 13);
            plans.Add((at, at + dice.Hours(0.2, 9), Population.IsStaff(number) ? "d6" : dice.Of((string[])["d1", "d4", "r1", "d6"])));
        }

        return [.. plans.OrderBy(plan => plan.At)];
    }

    private IEnumerable<TimeSpan> Visit(TimeSpan until, string goal)
    {
        var area = Site.Desks.FirstOrDefault(desk => desk.Id.Value == goal)?.Area.Value ?? Site.Rooms.FirstOrDefault(room => room.Id.Value == goal)?.Area.Value ?? "lobby";
        foreach (var door in Way(area))
        {
            for (var attempt = 0; attempt < 3 && _area != door.To.Value; attempt++)
            {
                foreach (var wait in Enter(door))
                {
                    yield return wait;
                }
            }

            if (_area != door.To.Value)
            {
                break;
            }
        }

        if (_area == area)
        {
            world.Sit(goal, 1);
            yield return until - world.Uptime;
            world.Sit(goal, -1);
        }

        foreach (var wait in Leave())
        {
            yield return wait;
        }
    }

    // The way that habit takes: by the garden or by the lobby.
    private Door[] Way(string area)
    {
        var garden = area is "floor" or "host" && dice.Is(0.7);
        string[] doors = area switch
        {
            "lobby" => ["street"],
            "meeting" => ["street", "meeting"],
            "floor" => garden ? ["garden"] : ["street", "floor"],
            _ => garden ? ["garden", "host"] : ["street", "floor", "host"],
        };
        return [.. doors.Select(id => Site.Doors.First(door => door.Id.Value == id))];
    }

    private IEnumerable<TimeSpan> Enter(Door door)
    {
        var leaf = world.Door(door.Id.Value);
        if (!leaf.IsOpen || !dice.Is(_careless))
        {
            var badge = dice.Is(_careless / 5) ? dice.Next(Population.Count) : number;
            world.Tap($"{door.Id.Value}-in", Population.Badge(badge), dice.Is(0.01) ? TimeSpan.FromSeconds(3) : TimeSpan.FromMilliseconds(dice.Next(40)));
            if (dice.Is(_careless / 2))
            {
                yield return dice.Seconds(0, 1.5);
                world.Tap($"{door.Id.Value}-in", Population.Badge(badge));
            }

            yield return dice.Seconds(0.3, dice.Is(0.05) ? 20 : 3);
        }

        // Now and then a door sticks.
        if (!dice.Is(0.03) && leaf.TryOpen())
        {
            _area = door.To.Value;
            foreach (var wait in Pass(door.Id.Value))
            {
                yield return wait;
            }
        }
        else
        {
            yield return dice.Seconds(1, 40);
        }
    }

    private IEnumerable<TimeSpan> Pass(string door)
    {
        yield return dice.Seconds(1.5, dice.Is(_careless / 3) ? 200 : 5);
        world.Door(door).Close();
        if (dice.Is(_careless / 4))
        {
            yield return dice.Seconds(0.1, 2);
            world.Door(door).TryOpen();
            yield return dice.Seconds(1, 4);
            world.Door(door).Close();
        }
    }

    private IEnumerable<TimeSpan> Leave()
    {
        while (_area != "outside")
        {
            yield return dice.Seconds(2, 60);
            var door = dice.Of([.. Site.Doors.Where(door => door.To.Value == _area)]);
            var id = door.Id.Value;
            if (dice.Is(0.7) && Site.AccessPoints.Any(point => point.Id.Value == $"{id}-out"))
            {
                world.Tap($"{id}-out", Population.Badge(number));
                yield return dice.Seconds(0.5, 2);
            }

            foreach (var wait in PushOut(id))
            {
                yield return wait;
            }

            _area = door.From.Value;
        }
    }

    // The button, twice if need be; where the node has no power or hangs, the handle, which no software knows of.
    private IEnumerable<TimeSpan> PushOut(string id)
    {
        var asked = world.Runs ? world.Node : null;
        for (var presses = 0; presses < 2 && !world.Door(id).TryOpen(); presses++)
        {
            world.Post(new SiteEvent.RequestToExit(new(id)));
            yield return dice.Seconds(0.4, 2);
        }

        if (!world.Door(id).TryOpen())
        {
            if (world.Runs && asked == world.Node)
            {
                world.IsKeptInside(id);
            }

            world.Door(id).Force();
        }

        foreach (var wait in Pass(id))
        {
            yield return wait;
        }
    }
}
