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
        foreach (var item in newestFirst.Reverse())
        {
            if (item.Fact is JournalFact.SiteStarted)
            {
                ReadAnew(incidents, item);
            }
            else if (item.Door is not null)
            {
                Follow(incidents, item);
            }
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
            case JournalFact.DoorWireChanged wire:
                Change(incidents, item, KindOf(wire.Wire), wire.Condition != WireCondition.Normal);
                break;
            case JournalFact.ReaderTroubleChanged reader:
                Change(incidents, item, IncidentKind.ReaderTrouble, reader.Trouble != ReaderTrouble.None);
                break;
            case JournalFact.StrikeCut:
                // It is over at once: the driver has let go.
                Begin(incidents, item, IncidentKind.StrikeCut);
                End(incidents, item, IncidentKind.StrikeCut);
                break;
        }
    }

    // Wires and readers are read again at each start, and what is still wrong is told again.
    private static void ReadAnew(List<Incident> incidents, FeedItem started)
    {
        for (var at = 0; at < incidents.Count; at++)
        {
            if (incidents[at] is { EndedAt: null, Kind: IncidentKind.ContactWire or IncidentKind.ExitWire or IncidentKind.Tamper or IncidentKind.ReaderTrouble or IncidentKind.ReaderLost })
            {
                incidents[at] = incidents[at] with { EndedAt = started.LocalTime };
            }
        }
    }

    private static IncidentKind KindOf(DoorWire wire) => wire switch
    {
        DoorWire.Contact => IncidentKind.ContactWire,
        DoorWire.ExitButton => IncidentKind.ExitWire,
        _ => IncidentKind.Tamper,
    };

    private static void Change(List<Incident> incidents, FeedItem item, IncidentKind kind, bool begins)
    {
        if (begins)
        {
            Begin(incidents, item, kind);
        }
        else
        {
            End(incidents, item, kind);
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
