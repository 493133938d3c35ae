namespace EdgeNode.Core;

/// <summary>Seats that the site gives by itself: laid over the network's bookings, and lifted again.</summary>
internal static class SeatRule
{
    /// <summary>Gives a seat and says so.</summary>
    public static void Hold(SiteStepping step, SeatHold hold)
    {
        step.State = Lay(step.State, hold);
        step.Record(new JournalFact.SeatHeld(hold.Resource, hold.Start, hold.End, hold.Why) { Who = new(hold.Holder, hold.Booking) });
    }

    /// <summary>Takes a seat back and says so.</summary>
    public static void End(SiteStepping step, SeatHold hold, HoldEnd why)
    {
        step.State = Lift(step.State, hold.Booking);
        step.Record(new JournalFact.HoldEnded(hold.Resource, why) { Who = new(hold.Holder, hold.Booking) });
    }

    /// <summary>A seat given at a tap is free again when the door was not opened.</summary>
    public static void NotTaken(SiteStepping step, Personal who)
    {
        if (Find(step.State, who.Booking) is { Why: HoldReason.WalkIn or HoldReason.LateComer } hold
            && !step.State.CheckedIn.Contains(hold.Slot))
        {
            End(step, hold, HoldEnd.NotTaken);
        }
    }

    /// <summary>Whoever walked in and has left, leaves the seat free.</summary>
    public static void Left(SiteStepping step, OpenSession session)
    {
        if (Find(step.State, session.Booking) is { Why: HoldReason.WalkIn } hold && hold.End > step.Now.Wall)
        {
            End(step, hold, HoldEnd.Left);
        }
    }

    /// <summary>The site with a seat given; a session of that booking goes with it.</summary>
    public static SiteState Lay(SiteState state, SeatHold hold)
    {
        var holds = state.Policy.Holds.RemoveAll(other => other.Booking == hold.Booking).Add(hold);
        var moved = state.Sessions.Where(pair => pair.Value.Booking == hold.Booking)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with
            {
                Resource = hold.Resource,
                MustEndBy = hold.End,
                Evidence = pair.Value.Evidence | (hold.Why == HoldReason.Kept ? SessionEvidence.SeatContested : SessionEvidence.None),
            }));
        return state with { Policy = state.Policy.With(holds), Sessions = state.Sessions.SetItems(moved) };
    }

    /// <summary>The site without it.</summary>
    public static SiteState Lift(SiteState state, BookingId booking) =>
        state with { Policy = state.Policy.With(state.Policy.Holds.RemoveAll(hold => hold.Booking == booking)) };

    private static SeatHold? Find(SiteState state, BookingId? booking) => state.Policy.Holds.FirstOrDefault(hold => hold.Booking == booking);
}
