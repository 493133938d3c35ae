namespace EdgeNode.Core;

/// <summary>What a restarted site remembers from its journal. Contacts and desks are not remembered: they are read again.</summary>
internal static class SiteMemory
{
    public static SiteState Recall(SiteState state, JournalEntry entry)
    {
        var day = state.Definition.TimeZone.LocalDay(entry.At.Wall);
        var known = state with
        {
            OpenDay = state.OpenDay ?? day,
            NoShowsDoneTo = entry.At.Wall,
            Presence = state.Presence.Follow(entry.Fact, entry.At.Wall, state.Definition),
        };
        return Fact(known, entry.Fact, day, entry.At.Wall);
    }

    private static SiteState Fact(SiteState state, JournalFact fact, DateOnly day, DateTimeOffset wall) => fact switch
    {
        JournalFact.DayClosed closed => Forget(state, wall) with { OpenDay = day > closed.Day ? day : closed.Day.AddDays(1) },
        JournalFact.ClockJumped => state with { Sessions = ClockRule.MarkJumped(state.Sessions) },
        JournalFact.BookingCheckedIn { Who.Booking: { } booking } arrived => Arrived(state, new(booking, arrived.Resource, arrived.Start)),
        JournalFact.BookingReleased { Who.Booking: { } booking } released =>
            state with { Released = state.Released.Add(new(booking, released.Resource, released.Start)) },
        JournalFact.SeatHeld { Who: { Booking: { } booking } who } held =>
            SeatRule.Lay(state, new(booking, who.Holder, held.Resource, held.Start, held.End, held.Why)),
        JournalFact.HoldEnded { Who.Booking: { } booking } => SeatRule.Lift(state, booking),
        JournalFact.DoorCommanded { Taken: true } commanded => Stand(state, commanded),
        JournalFact.AccessTaken { Who: { } who } => SessionRule.Seen(state, who.Holder, wall),
        JournalFact.PossiblyTwo { Who: { } who } => SessionRule.Mark(state, who.Holder, SessionEvidence.PossiblyTwo),
        JournalFact.SessionOpened opened => Opened(state, opened),
        JournalFact.SessionClosed closed => state with { Sessions = state.Sessions.Remove(closed.Session) },
        _ => state,
    };

    // The manager's word takes a release back.
    private static SiteState Arrived(SiteState state, Slot slot) =>
        state with { CheckedIn = state.CheckedIn.Add(slot), Released = state.Released.Remove(slot) };

    // A door that the site no longer has is not remembered.
    private static SiteState Stand(SiteState state, JournalFact.DoorCommanded commanded) =>
        commanded.Command == DoorCommand.Access || state.Doors.GetValueOrDefault(commanded.Door) is not { } door ? state
        : state with { Doors = state.Doors.SetItem(commanded.Door, door.Recalled(commanded.After, commanded.Before)) };

    // Without a policy nobody knows which bookings are over.
    private static SiteState Forget(SiteState state, DateTimeOffset wall) => state.Policy.Version > 0 ? BookingRule.Forget(state, wall) : state;

    // A session whose person was erased cannot be continued; its number is never used again.
    private static SiteState Opened(SiteState state, JournalFact.SessionOpened opened)
    {
        state = state with { LastSession = opened.Session };
        return opened.Who is not { } who ? state : state with
        {
            Sessions = state.Sessions.SetItem(opened.Session, new(
                opened.Session, who.Holder, opened.Home, who.Booking, opened.Resource, opened.Start, opened.MustEndBy, SessionEvidence.EntryTap)),
        };
    }
}
