using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>desks and rooms: what can be booked, and the sensors at desks.</summary>
internal static class DeskSection
{
    public static (Desk[] Desks, Room[] Rooms) Read(MapReader root, SiteDraft draft, SiteRules rules)
    {
        var desks = root.Optional("desks").List("desk", map => Desk(map, draft, rules));
        var rooms = root.Optional("rooms").List("room", map => Room(map, draft, rules));
        return ([.. desks], [.. rooms]);
    }

    private static Desk Desk(MapReader map, SiteDraft draft, SiteRules rules)
    {
        var (id, name, area) = Resource(map, draft, "d01");
        return new(new(id), name, area, SensorSection.Read(map, id, draft)) 
        {
            Tag = map.Optional("tag").Map("tag section", tag => Tag(tag, draft)) is { } tag ? new(tag) : null,
            Times = Times(map, rules),
        };
    }

    private static string Tag(MapReader map, SiteDraft draft)
    {
        var id = draft.AccessPointNames.Declare(map.Required("id", "d01-tag"));
        if (ReaderSection.Read(map, id) is { } reader)
        {
            draft.Readers.Add(reader);
        }

        return id;
    }

    private static Room Room(MapReader map, SiteDraft draft, SiteRules rules)
    {
        var (id, name, area) = Resource(map, draft, "r1");
        var reader = map.Optional("reader");
        return new(new(id), name, area)
        {
            Reader = reader.IsAbsent ? null : new(draft.AccessPointNames.Refer(reader)),
            Seats = map.Optional("seats").Whole(1, 1_000, 8),
            Times = Times(map, rules),
        };
    }

    private static BookingTimes? Times(MapReader map, SiteRules rules) =>
        map.Optional("times").Map("times section", times => RulesSection.Booking(times, rules.Booking));

    private static (string Id, string Name, AreaId Area) Resource(MapReader map, SiteDraft draft, string example)
    {
        var id = draft.ResourceNames.Declare(map.Required("id", example));
        var name = map.Optional("name").Text() ?? id;
        var field = map.Required("area", "floor");
        var area = draft.AreaNames.Refer(field);
        if (area == AreaId.Outside.Value)
        {
            field.Fail("nothing that can be booked stands outside", "write one of the areas of this file");
        }

        return (id, name, new(area));
    }
}
