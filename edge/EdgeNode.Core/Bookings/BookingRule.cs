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
        var from = Later(step.State.NoShowsDoneTo, step.Now.Wall - Remembered);
        var noShows = policy.BookingsByNoShow;
        for (var index = policy.FirstNoShowAfter(from); index < noShows.Length && noShows[index].At <= step.Now.Wall; index++)
        {
            ReleaseUnlessArrived(step, noShows[index].Booking);
        }

        // Also when the clock has gone back: what comes again is not done twice, since it is remembered as released.
        step.State = step.State with { NoShowsDoneTo = step.Now.Wall };
    }

    /// <summary>A holder went through a door on a booking.</summary>
    public static void Arrived(SiteStepping step, Booking booking, Evidence evidence)
    {
        if (!step.State.CheckedIn.Contains(booking.Slot))
        {
            step.State = step.State with { CheckedIn = step.State.CheckedIn.Add(booking.Slot) };
            step.Record(new JournalFact.BookingCheckedIn(booking.Resource, booking.Start, evidence) { Who = new(booking.Holder, booking.Id) });
        }
    }

    /// <summary>A desk's sensor saw somebody: the booking of this hour has arrived.</summary>
    public static void SeatTaken(SiteStepping step, ResourceId desk)
    {
        if (Awaited(step, desk) is { } booking && !step.State.Released.Contains(booking.Slot))
        {
            Arrived(step, booking, Evidence.DeskSensor);
        }
    }

    /// <summary>A desk's sensor speaks again and sees nobody: what could not be released while it was unknown is released now.</summary>
    public static void SeatFree(SiteStepping step, ResourceId desk)
    {
        if (Awaited(step, desk) is { } booking && step.State.Policy.Plan.TimesOf(desk).NoShowAt(booking) <= step.Now.Wall)
        {
            ReleaseUnlessArrived(step, booking);
        }
    }

    /// <summary>Whether somebody with a booking of a desk or room is expected now, or has come.</summary>
    public static bool IsAwaited(SiteStepping step, ResourceId resource) => Awaited(step, resource) is not null;

    /// <summary>The site's manager says that whoever booked a desk or room is here.</summary>
    public static void Confirm(SiteStepping step, ResourceId resource)
    {
        if (Awaited(step, resource) is { } booking)
        {
            Arrived(step, booking, Evidence.Manager);
            VacateRule.Arrived(step, booking);
            step.State = step.State with { Released = step.State.Released.Remove(booking.Slot) };
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
        var noShows = state.Policy.BookingsByNoShow;
        for (var index = state.Policy.FirstNoShowAfter(now.Wall); index < noShows.Length; index++)
        {
            if (!state.CheckedIn.Contains(noShows[index].Booking.Slot))
            {
                return now.DeadlineAt(noShows[index].At, $"{noShows[index].Booking.Resource}: no-show");
            }
        }

        return null;
    }

    /// <summary>Forgets arrivals and releases of bookings that ended more than a day ago or are gone.</summary>
    public static SiteState Forget(SiteState state, DateTimeOffset wall)
    {
        var alive = state.Policy.BookingsByStart.Where(booking => booking.End > wall - Remembered).Select(booking => booking.Id);
        var kept = alive.ToHashSet();
        return state with
        {
            CheckedIn = [.. state.CheckedIn.Where(slot => kept.Contains(slot.Booking))],
            Released = [.. state.Released.Where(slot => kept.Contains(slot.Booking))],
            Policy = state.Policy.With(state.Policy.Holds.RemoveAll(hold => hold.End <= wall - Remembered)),
        };
    }

    private static void ReleaseUnlessArrived(SiteStepping step, Booking booking)
    {
        if (step.State.CheckedIn.Contains(booking.Slot) || step.State.Released.Contains(booking.Slot))
        {
            return;
        }

        var desk = step.State.Desks.GetValueOrDefault(booking.Resource)?.Occupancy;
        if (SessionRule.Find(step.State, booking.Holder) is not null)
        {
            Arrived(step, booking, Evidence.Tap);
        }
        else if (desk == DeskOccupancy.Occupied)
        {
            Arrived(step, booking, Evidence.DeskSensor);
        }
        else if (desk != DeskOccupancy.Unknown)
        {
            step.State = step.State with { Released = step.State.Released.Add(booking.Slot) };
            step.Record(new JournalFact.BookingReleased(booking.Resource, booking.Start) { Who = new(booking.Holder, booking.Id) });
        }
    }

    private static Booking? Awaited(SiteStepping step, ResourceId resource) =>
        At(step.State, resource, step.Now.Wall, step.State.Policy.Plan.TimesOf(resource).EarlyEntry);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
