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
        return entry.Fact is JournalFact.JournalRestored
            ? Restored(known, entry.Sequence)
            : Fact(UnlockRule.Recall(known, entry.At), entry.Fact, day, entry.At);
    }

    private static SiteState Fact(SiteState state, JournalFact fact, DateOnly day, Moment at) => fact switch
    {
        JournalFact.SiteStarted => Started(state, at.Uptime),
        JournalFact.ReaderPaused paused => Paused(state, paused, at.Uptime),
        JournalFact.DayClosed closed => Forget(state, at.Wall) with { OpenDay = day > closed.Day ? day : closed.Day.AddDays(1) },
        JournalFact.ClockJumped => state with { Sessions = ClockRule.MarkJumped(state.Sessions) },
        JournalFact.BookingCheckedIn { Who.Booking: { } booking } arrived => Arrived(state, new(booking, arrived.Resource, arrived.Start)),
        JournalFact.BookingReleased { Who.Booking: { } booking } released =>
            state with { Released = state.Released.Add(new(booking, released.Resource, released.Start)) },
        JournalFact.SeatHeld { Who: { Booking: { } booking } who } held =>
            SeatRule.Lay(state, new(booking, who.Holder, held.Resource, held.Start, held.End, held.Why)),
        JournalFact.HoldEnded { Who.Booking: { } booking } => SeatRule.Lift(state, booking),
        JournalFact.PossiblyTwo { Who: { } who } => SessionRule.Mark(state, who.Holder, SessionEvidence.PossiblyTwo),
        JournalFact.DoorCommanded commanded => Acted(commanded.Taken ? Stand(state, commanded) : state, commanded, at.Wall),
        JournalFact.AccessTaken { Who: { } who } taken when state.Policy.Plan.FindDoor(taken.Door) is { } door =>
            SessionRule.Seen(state with { Whereabouts = Whereabouts.After(state.Whereabouts, who.Holder, door, taken.Direction, at.Wall) }, who.Holder, at.Wall),
        JournalFact.LoanChanged changed => LoanRule.Recall(state, changed),
        JournalFact.DayPassUsed { Who: { } who } used => state with { DayPasses = state.DayPasses.Add(new(who.Holder, used.Day)) },
        JournalFact.PassbackForgiven forgiven => Forgive(state, forgiven.Who?.Holder),
        JournalFact.AccessDenied { Reason: DenyReason.PinWrong or DenyReason.PinLocked, Who: { } who } denied when denied.All.Contains(DenyReason.PinWrong) =>
            state with { PinTries = state.PinTries.SetItem(who.Holder, PinRule.OneMore(state.PinTries.GetValueOrDefault(who.Holder), state.Definition.Rules.Guesses, at.Uptime)) },
        JournalFact.AccessGranted { Who: { } who } granted => state with
        {
            PinTries = PinRule.WasProved(state, granted, who.Holder, at) ? state.PinTries.Remove(who.Holder) : state.PinTries,
            OutageGuests = state.OutageGuests + (granted.Basis == GrantBasis.OutageCode ? 1 : 0),
        },
        JournalFact.EvacuationStarted => Evacuate(EvacuationRule.Begin(state, at.Wall), begins: true),
        JournalFact.EvacuationEnded => Evacuate(state with { Evacuation = null }, begins: false),
        JournalFact.SessionOpened opened => Opened(state, opened),
        JournalFact.SessionClosed closed => PassRule.Ended(state with { Sessions = state.Sessions.Remove(closed.Session) }, closed),
        _ => state,
    };

    // The manager's word takes a release back.
    private static SiteState Arrived(SiteState state, Slot slot) =>
        state with { CheckedIn = state.CheckedIn.Add(slot), Released = state.Released.Remove(slot) };

    /// <summary>A start: the uptime clock begins anew, so a PIN that is locked stays so for the whole time again, and readers forget.</summary>
    public static SiteState Started(SiteState state, TimeSpan uptime) => state with
    {
        Readers = state.Readers.Clear(),
        PinTries = state.PinTries.SetItems(state.PinTries.Where(tries => tries.Value.LockedUntil is not null)
            .Select(tries => KeyValuePair.Create(tries.Key, tries.Value with { LockedUntil = uptime + state.Definition.Rules.Guesses.PinPause }))),
    };

    // What the copy says of people and doors is of another hour: nobody is held to it, and no door stands open by it. Session numbers go on
    // behind the record's own, which is greater than any that can have been given since.
    private static SiteState Restored(SiteState state, long sequence) => state with
    {
        LastSession = Math.Max(state.LastSession, sequence),
        Whereabouts = state.Whereabouts.Clear(),
        Evacuation = null,
        Doors = state.Doors.SetItems(state.Doors.Select(door =>
            KeyValuePair.Create(door.Key, door.Value.Recalled(DoorMode.Locked, DoorMode.Locked) with { HoursActedAt = null, Evacuating = false }))),
    };

    private static SiteState Paused(SiteState state, JournalFact.ReaderPaused paused, TimeSpan uptime) => state with
    {
        Readers = state.Readers.SetItem(paused.AccessPoint, ReaderState.Idle with { PausedUntil = uptime + TimeSpan.FromSeconds(paused.Seconds) }),
    };

    /// <summary>Forgets where somebody, or everybody, was last seen to go.</summary>
    public static SiteState Forgive(SiteState state, HolderRef? holder) =>
        state with { Whereabouts = holder is { } one ? state.Whereabouts.Remove(one) : state.Whereabouts.Clear() };

    /// <summary>Tells every door that wiring has released it, or no longer does.</summary>
    public static SiteState Evacuate(SiteState state, bool begins) => state with
    {
        Doors = state.Doors.SetItems(state.Doors.Select(door => KeyValuePair.Create(door.Key, door.Value with { Evacuating = begins }))),
    };

    // What the unlock hours did they did, whether the door took it or not.
    private static SiteState Acted(SiteState state, JournalFact.DoorCommanded commanded, DateTimeOffset wall) =>
        commanded.Source != CommandSource.Schedule || state.Doors.GetValueOrDefault(commanded.Door) is not { } door ? state
        : state with { Doors = state.Doors.SetItem(commanded.Door, door with { HoursActedAt = commanded.Command == DoorCommand.Unlock ? wall : null }) };

    // A door that the site no longer has is not remembered.
    private static SiteState Stand(SiteState state, JournalFact.DoorCommanded commanded) =>
        commanded.Command == DoorCommand.Access || state.Doors.GetValueOrDefault(commanded.Door) is not { } door ? state
        : state with { Doors = state.Doors.SetItem(commanded.Door, door.Recalled(commanded.Seconds is null ? commanded.After : DoorMode.Locked, commanded.Before)) };

    /// <summary>Forgets what no later day asks for.</summary>
    public static SiteState ForgetDay(SiteState state, DateTimeOffset wall) =>
        PassRule.Forget(LoanRule.Forget(ForgetWhereabouts(state, wall), wall), state.Definition.TimeZone.LocalDay(wall));

    /// <summary>Forgets where holders went more than two days ago: every cut-off hour lies between.</summary>
    private static SiteState ForgetWhereabouts(SiteState state, DateTimeOffset wall) =>
        state with { Whereabouts = state.Whereabouts.RemoveRange(state.Whereabouts.Where(known => known.Value.At < wall - TimeSpan.FromDays(2)).Select(known => known.Key)) };

    // Without a policy nobody knows which bookings are over.
    private static SiteState Forget(SiteState state, DateTimeOffset wall) =>
        ForgetDay(state.Policy.Version > 0 ? BookingRule.Forget(state, wall) : state, wall);

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
