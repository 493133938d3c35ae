using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Groups what the journal tells into incidents. Pure: a fold over the feed.</summary>
internal static class Incidents
{
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>All incidents in a feed, what goes on first, then the newest.</summary>
    public static IReadOnlyList<Incident> Of(IEnumerable<FeedItem> newestFirst)
    {
        var incidents = new List<Incident>();
        foreach (var item in newestFirst.Where(item => item.Door is not null).Reverse())
        {
            Follow(incidents, item);
        }

        return [.. incidents.OrderByDescending(incident => incident.EndedAt is null).ThenByDescending(incident => incident.Last)];
    }

    private static void Follow(List<Incident> incidents, FeedItem item)
    {
        switch (item.Fact)
        {
            case JournalFact.DoorAlarmChanged { Alarm: DoorAlarm.DoorForcedOpen }:
                Begin(incidents, item, IncidentKind.Forced);
                break;
            case JournalFact.DoorAlarmChanged { Alarm: DoorAlarm.DoorOpenTooLong }:
                Begin(incidents, item, IncidentKind.HeldOpen);
                break;
            case JournalFact.DoorAlarmChanged { Alarm: DoorAlarm.Normal }:
                End(incidents, item, IncidentKind.Forced);
                End(incidents, item, IncidentKind.HeldOpen);
                break;
            case JournalFact.ReaderLink { Up: false }:
                Begin(incidents, item, IncidentKind.ReaderLost);
                break;
            case JournalFact.ReaderLink { Up: true }:
                End(incidents, item, IncidentKind.ReaderLost);
                break;
            case JournalFact.StrikeCut:
                // It is over at once: the driver has let go.
                Begin(incidents, item, IncidentKind.StrikeCut);
                End(incidents, item, IncidentKind.StrikeCut);
                break;
        }
    }

    private static void Begin(List<Incident> incidents, FeedItem item, IncidentKind kind)
    {
        var at = incidents.FindLastIndex(known => known.Door == item.Door && known.Kind == kind && (known.EndedAt is not { } ended || item.LocalTime - ended < Together));
        if (at >= 0)
        {
            incidents[at] = incidents[at] with { Last = item.LocalTime, Times = incidents[at].Times + 1, EndedAt = null };
        }
        else
        {
            incidents.Add(new(item.Sequence, item.Door!.Value, item.Place, kind, item.LocalTime, item.LocalTime, 1, null));
        }
    }

    private static void End(List<Incident> incidents, FeedItem item, IncidentKind kind)
    {
        var at = incidents.FindLastIndex(known => known.Door == item.Door && known.Kind == kind && known.EndedAt is null);
        if (at >= 0)
        {
            incidents[at] = incidents[at] with { EndedAt = item.LocalTime };
        }
    }
}
