using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>areas: id, name, private.</summary>
internal static class AreaSection
{
    public static void Read(MapReader root, SiteDraft draft) =>
        draft.Areas = root.Required("areas", "and below it one line \"- id: …\" for each area").List("area", map => Area(map, draft));

    private static Area Area(MapReader map, SiteDraft draft)
    {
        var id = draft.AreaNames.Declare(map.Required("id", "floor"));
        var name = map.Optional("name").Text() ?? id;
        return new(new(id), name, map.Optional("private").Flag() ?? false);
    }
}
