using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>readers of one door: the access points, each with the reader that hangs there.</summary>
internal static class AccessPointSection
{
    public static void Read(MapReader door, string doorId, SiteDraft draft) =>
        draft.AccessPoints.AddRange(door.Optional("readers").List("reader", map => AccessPoint(map, doorId, draft)));

    private static AccessPoint AccessPoint(MapReader map, string doorId, SiteDraft draft)
    {
        var id = draft.AccessPointNames.Declare(map.Required("id", "street-in"));
        var direction = map.Optional("direction").Choice<Direction>() ?? Direction.In;
        if (ReaderSection.Read(map, id) is { } reader)
        {
            draft.Readers.Add(reader);
        }

        return new(new(id), new(doorId), direction);
    }
}
