using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>areas: id, name, private.</summary>
internal static class AreaSection
{
    public static void Read(MapReader root, SiteDraft draft) =>
        draft.Areas = root.Required("areas", "and below it one line \"- id: …\" for each area").List("area", map => Area(map, draft));

    private static AntiPassback AntiPassback(MapReader map, SiteDraft draft)
    {
        var field = map.Optional("antiPassback");
        var kind = field.Choice<AntiPassbackKind>() ?? AntiPassbackKind.Off;
        var reentry = map.Optional("reentryAfter");
        var time = reentry.Time(TimeSpan.FromSeconds(10), TimeSpan.FromHours(12), TimeSpan.FromMinutes(5));
        if (kind == AntiPassbackKind.Timed && reentry.IsAbsent)
        {
            field.Fail("timed anti-passback needs to know for how long a second entry is refused", "add for example the line reentryAfter: 5 min");
        }
        else if (kind != AntiPassbackKind.Timed && !reentry.IsAbsent)
        {
            reentry.Fail("reentryAfter belongs to antiPassback: timed", "take the line away, or write antiPassback: timed");
        }

        return new(kind, time ?? TimeSpan.Zero);
    }

    private static Area Area(MapReader map, SiteDraft draft)
    {
        var id = draft.AreaNames.Declare(map.Required("id", "floor"));
        var name = map.Optional("name").Text() ?? id;
        return new(new(id), name, map.Optional("private").Flag() ?? false) { AntiPassback = AntiPassback(map, draft) };
    }
}
