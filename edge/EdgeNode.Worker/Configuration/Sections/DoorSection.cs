using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>doors: where they lead, their times and rules, and what is wired to them.</summary>
internal static class DoorSection
{
    public static void Read(MapReader root, SiteDraft draft)
    {
        draft.Doors = root.Required("doors", "and below it one line \"- id: …\" for each door").List("door", map => Door(map, draft));
        Reachability.Check(root.Context.Errors, draft);
        PassbackExits.Check(root.Context.Errors, draft);
    }

    private static Door Door(MapReader map, SiteDraft draft)
    {
        var id = draft.DoorNames.Declare(map.Required("id", "street"));
        var name = map.Optional("name").Text() ?? id;
        var from = draft.AreaNames.Refer(map.Required("from", AreaId.Outside.Value));
        var to = To(map, draft, from);
        var isPrivate = draft.IsPrivate(from) || draft.IsPrivate(to);
        var timings = Timings(map);
        var untrusted = map.Optional("untrustedClock").Choice<UntrustedClock>() ?? (isPrivate ? UntrustedClock.Strict : UntrustedClock.Lenient);
        var failure = map.Optional("onJournalFailure").Choice<OnJournalFailure>() ?? (isPrivate ? OnJournalFailure.Deny : OnJournalFailure.Grant);
        var contact = DoorDevices.Read(map, id, draft);
        AccessPointSection.Read(map, id, draft);
        return new(new(id), name, new(from), new(to), contact, timings, untrusted, failure)
        {
            UnlockHours = Hours(map, "unlock", draft),
            FirstPersonIn = map.Optional("firstPersonIn").Flag() ?? false,
            PinHours = Hours(map, "pin", draft),
            LeastAssurance = map.Optional("leastAssurance").Choice<Assurance>() ?? Assurance.UidOnly,
            TwoPerson = map.Optional("twoPerson").Flag() ?? false,
            TakesOutageCode = OutageCode(map, isPrivate),
        };
    }

    private static Schedule? Hours(MapReader map, string key, SiteDraft draft)
    {
        var field = map.Optional(key);
        return field.IsAbsent ? null : draft.Schedules.GetValueOrDefault(draft.ScheduleNames.Refer(field));
    }

    private static bool OutageCode(MapReader map, bool isPrivate)
    {
        var field = map.Optional("outageCode");
        var taken = field.Flag() ?? false;
        if (taken && isPrivate)
        {
            field.Fail("a door to a private area takes no outage code: it would let outsiders in", "take the line away");
        }

        return taken;
    }

    private static string To(MapReader map, SiteDraft draft, string from)
    {
        var field = map.Required("to", "floor");
        var to = draft.AreaNames.Refer(field);
        if (to.Length > 0 && to == from)
        {
            draft.AreaNames.Doubt();
            field.Fail($"the door leads from {Quoted.Text(from)} to itself", "write the area behind the door after to:");
        }

        return to;
    }

    private static DoorTimings Timings(MapReader map)
    {
        var usual = DoorTimings.Default;
        return new(
            Seconds(map, "release", 1, 60, usual.ReleaseTime),
            Seconds(map, "extendedRelease", 0, 60, usual.ExtendedReleaseTime),
            Seconds(map, "open", 10, 600, usual.OpenTime),
            Seconds(map, "extendedOpen", 0, 600, usual.ExtendedOpenTime));
    }

    private static TimeSpan Seconds(MapReader map, string key, int least, int most, TimeSpan usual) =>
        map.Optional(key).Time(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most), usual) ?? usual;
}
