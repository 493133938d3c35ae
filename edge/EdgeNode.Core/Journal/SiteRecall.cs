using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>What a site remembers of its journal, gathered record by record. Checkpoint and tail give the same as all records.</summary>
/// <param name="State">The site as remembered.</param>
/// <param name="Epoch">Epoch of the journal.</param>
public sealed record SiteRecall(SiteState State, string Epoch)
{
    /// <summary>Last record followed; 0 = none.</summary>
    public long Sequence { get; private init; }

    /// <summary>Hash of that record.</summary>
    public string Head { get; private init; } = JournalCodec.Genesis;

    /// <summary>Latest wall time among the records.</summary>
    public DateTimeOffset Last { get; private init; } = DateTimeOffset.MinValue;

    /// <summary>Sequence of the last record that closed a day; 0 = none.</summary>
    public long Closed { get; private init; }

    /// <summary>Closed days that the site has not signed yet, oldest first.</summary>
    public ImmutableArray<ClosedDay> Unsealed { get; private init; } = [];

    /// <summary>Sequences that no record has, oldest first.</summary>
    public ImmutableArray<JournalGap> Gaps { get; private init; } = [];

    /// <summary>Goes on from a checkpoint.</summary>
    public static SiteRecall From(SiteState initial, SiteCheckpoint from) => new(
        initial with
        {
            OpenDay = from.OpenDay,
            LastSession = from.LastSession,
            Sessions = from.Sessions.ToImmutableSortedDictionary(session => session.Number, session => session),
            CheckedIn = [.. from.CheckedIn],
            Released = [.. from.Released],
            NoShowsDoneTo = from.Last,
            Policy = initial.Policy.With(from.Holds),
            Presence = new()
            {
                Inside = from.Inside.ToImmutableDictionary(visit => visit.Holder, visit => visit.Since),
                LeftUnseen = from.LeftUnseen,
                CameUnseen = from.CameUnseen,
            },
            Doors = from.Doors.Aggregate(SiteMemory.Evacuate(initial, from.Evacuation is not null).Doors, Stand),
            Whereabouts = from.Whereabouts.ToImmutableDictionary(),
            PinTries = from.PinTries.ToImmutableDictionary(),
            OutageGuests = from.OutageGuests,
            Loans = from.Loans.ToImmutableDictionary(),
            PrepaidUse = from.PrepaidUse,
            DayPasses = [.. from.DayPasses],
            Evacuation = from.Evacuation,
        },
        from.Epoch)
    {
        Sequence = from.Sequence,
        Head = from.Head,
        Last = from.Last,
        Closed = from.Closed,
        Unsealed = from.Unsealed,
        Gaps = from.Gaps,
    };

    /// <summary>Follows one record.</summary>
    public SiteRecall Follow(JournalEntry entry, string hash)
    {
        var next = this with
        {
            State = Site.Recall(State, entry),
            Sequence = entry.Sequence,
            Head = hash,
            Last = entry.At.Wall > Last ? entry.At.Wall : Last,
            Gaps = entry.Sequence == Sequence + 1 ? Gaps : Gaps.Add(new(Sequence + 1, entry.Sequence - 1)),
        };
        return entry.Fact switch
        {
            JournalFact.DayClosed closed => next with { Closed = entry.Sequence, Unsealed = Unsealed.Add(new(closed.Day, Closed + 1, entry.Sequence, hash)) },
            JournalFact.DaySealed @sealed => next with { Unsealed = Unsealed.RemoveAll(day => day.Through <= @sealed.Through) },
            _ => next,
        };
    }

    /// <summary>The checkpoint as of now.</summary>
    public SiteCheckpoint Checkpoint() => new(
        SiteCheckpoint.CurrentVersion,
        Epoch,
        Sequence,
        Head,
        Last,
        State.OpenDay,
        State.LastSession,
        [.. State.Sessions.Values],
        Sorted(State.CheckedIn),
        Sorted(State.Released),
        [
            .. State.Doors.Where(door => (door.Value.Standing, door.Value.Before, door.Value.HoursActedAt) != (DoorMode.Locked, DoorMode.Locked, null))
                .OrderBy(door => door.Key.Value, StringComparer.Ordinal)
                .Select(door => new DoorStanding(door.Key, door.Value.Standing, door.Value.Before, door.Value.HoursActedAt)),
        ],
        Closed,
        Unsealed)
    {
        Whereabouts = [.. State.Whereabouts.OrderBy(known => known.Key.Value, StringComparer.Ordinal)],
        Holds = State.Policy.Holds,
        Inside = [.. State.Presence.Inside.OrderBy(one => one.Key.Value, StringComparer.Ordinal).Select(one => new Visit(one.Key, one.Value))],
        LeftUnseen = State.Presence.LeftUnseen,
        CameUnseen = State.Presence.CameUnseen,
        PinTries = [.. State.PinTries.OrderBy(known => known.Key.Value, StringComparer.Ordinal)],
        OutageGuests = State.OutageGuests,
        Loans = [.. State.Loans.OrderBy(loan => loan.Key.Value, StringComparer.Ordinal)],
        PrepaidUse = State.PrepaidUse,
        DayPasses = [.. State.DayPasses.OrderBy(use => use.Day).ThenBy(use => use.Holder.Value, StringComparer.Ordinal)],
        Evacuation = State.Evacuation,
        Gaps = Gaps,
    };

    private static ImmutableArray<Slot> Sorted(IEnumerable<Slot> slots) =>
        [.. slots.OrderBy(slot => slot.Booking.Value, StringComparer.Ordinal).ThenBy(slot => slot.Start).ThenBy(slot => slot.Resource.Value, StringComparer.Ordinal)];

    // A door that the site no longer has is not remembered.
    private static ImmutableDictionary<DoorId, DoorState> Stand(ImmutableDictionary<DoorId, DoorState> doors, DoorStanding remembered) =>
        doors.TryGetValue(remembered.Door, out var door)
            ? doors.SetItem(remembered.Door, door.Recalled(remembered.Standing, remembered.Before) with { HoursActedAt = remembered.HoursActedAt })
            : doors;
}
