using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>desks and rooms: what can be booked, and the sensors at desks.</summary>
internal static class DeskSection
{
    public static (Desk[] Desks, Room[] Rooms) Read(MapReader root, SiteDraft draft)
    {
        var desks = root.Optional("desks").List("desk", map => Desk(map, draft));
        var rooms = root.Optional("rooms").List("room", map => Room(map, draft));
        return ([.. desks], [.. rooms]);
    }

    private static Desk Desk(MapReader map, SiteDraft draft)
    {
        var (id, name, area) = Resource(map, draft, "d01");
        return new(new(id), name, area, SensorSection.Read(map, id, draft));
    }

    private static Room Room(MapReader map, SiteDraft draft)
    {
        var (id, name, area) = Resource(map, draft, "r1");
        return new(new(id), name, area);
    }

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
