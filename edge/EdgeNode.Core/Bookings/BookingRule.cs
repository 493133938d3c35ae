namespace EdgeNode.Core;

/// <summary>Arrivals and no-shows. Any evidence of arrival stops the no-show clock, which runs on wall time and catches up after a restart.</summary>
internal static class BookingRule
{
    // What began longer ago than this is history: nobody waits for the seat any more.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Releases every booking whose no-show time has come.</summary>
    public static void PassTime(SiteStepping step)
    {
        var policy = step.State.Policy;
        var from = Later(step.State.NoShowsDoneTo, step.Now.Wall - Remembered) - step.Site.Rules.NoShowAfter;
        var to = step.Now.Wall - step.Site.Rules.NoShowAfter;
        if (to <= from)
        {
            return;
        }

        for (var index = policy.FirstAfter(from); index < policy.BookingsByStart.Length && policy.BookingsByStart[index].Start <= to; index++)
        {
            ReleaseUnlessArrived(step, policy.BookingsByStart[index]);
        }

        step.State = step.State with { NoShowsDoneTo = step.Now.Wall };
    }

    /// <summary>A holder went through a door on a booking.</summary>
    public static void Arrived(SiteStepping step, Booking booking, Evidence evidence)
    {
        if (!step.State.CheckedIn.Contains(booking.Id))
        {
            step.State = step.State with { CheckedIn = step.State.CheckedIn.Add(booking.Id) };
            step.Record(new JournalFact.BookingCheckedIn(booking.Resource, evidence) { Who = new(booking.Holder, booking.Id) });
        }
    }

    /// <summary>A desk's sensor saw somebody: the booking of this hour has arrived.</summary>
    public static void SeatTaken(SiteStepping step, ResourceId desk)
    {
        if (At(step.State, desk, step.Now.Wall, step.Site.Rules.EarlyEntry) is { } booking && !step.State.Released.Contains(booking.Id))
        {
            Arrived(step, booking, Evidence.DeskSensor);
        }
    }

    /// <summary>The booking of a resource at an instant, or starting soon after; null when there is none.</summary>
    public static Booking? At(SiteState state, ResourceId resource, DateTimeOffset wall, TimeSpan early)
    {
        foreach (var booking in state.Policy.BookingsOf(resource))
        {
            if (wall >= booking.Start - early && wall < booking.End)
            {
                return booking;
            }
        }

        return null;
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        var after = state.Definition.Rules.NoShowAfter;
        var bookings = state.Policy.BookingsByStart;
        for (var index = state.Policy.FirstAfter(now.Wall - after); index < bookings.Length; index++)
        {
            if (!state.CheckedIn.Contains(bookings[index].Id))
            {
                return now.DeadlineAt(bookings[index].Start + after, $"{bookings[index].Resource}: no-show");
            }
        }

        return null;
    }

    /// <summary>Forgets arrivals and releases of bookings that ended more than a day ago or are gone.</summary>
    public static SiteState Forget(SiteState state, DateTimeOffset wall)
    {
        var alive = state.Policy.BookingsByStart.Where(booking => booking.End > wall - Remembered).Select(booking => booking.Id);
        var kept = alive.ToHashSet();
        return state with { CheckedIn = state.CheckedIn.Intersect(kept), Released = state.Released.Intersect(kept) };
    }

    private static void ReleaseUnlessArrived(SiteStepping step, Booking booking)
    {
        if (!step.State.CheckedIn.Contains(booking.Id) && !step.State.Released.Contains(booking.Id))
        {
            step.State = step.State with { Released = step.State.Released.Add(booking.Id) };
            step.Record(new JournalFact.BookingReleased(booking.Resource) { Who = new(booking.Holder, booking.Id) });
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
