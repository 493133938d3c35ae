namespace EdgeNode.Core;

/// <summary>
/// Frees a booked desk that was left for good. A sensor alone proves nothing by a short absence: it takes 45 min without anybody, or that
/// the person was seen to leave the site. A tap at the desk's tag keeps it for half an hour. Timers run on uptime.
/// </summary>
internal static class VacateRule
{
    private static readonly TimeSpan LongAbsence = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan SteppedOut = TimeSpan.FromMinutes(30);

    /// <summary>Whoever booked the desk has come, or has come back.</summary>
    public static void Arrived(SiteStepping step, Booking booking) =>
        Keep(step, booking.Resource, desk => desk with { KeptUntil = step.Now.Uptime + LongAbsence, HasLeft = false, IsSteppedOut = false });

    /// <summary>Whoever was at a desk went out to the street.</summary>
    public static void Left(SiteStepping step, ResourceId resource) => Keep(step, resource, desk => desk with { HasLeft = true });

    /// <summary>A tap at the tag of a desk: whoever has it is there, and keeps it for half an hour.</summary>
    public static bool Tagged(SiteStepping step, ResourceId resource, HolderRef holder)
    {
        if (BookingRule.At(step.State, resource, step.Now.Wall, step.State.Policy.Plan.TimesOf(resource).EarlyEntry) is not { } booking
            || booking.Holder != holder || step.State.Released.Contains(booking.Slot))
        {
            return false;
        }

        BookingRule.Arrived(step, booking, Evidence.Tap);
        Keep(step, resource, desk => desk with { KeptUntil = step.Now.Uptime + SteppedOut, IsSteppedOut = true });
        return true;
    }

    /// <summary>Frees the desks that are due.</summary>
    public static void PassTime(SiteStepping step)
    {
        foreach (var desk in step.Site.Desks)
        {
            if (FreeAt(step.State, desk.Id, step.Now) <= step.Now.Uptime && Arrived(step.State, desk.Id, step.Now) is { } booking)
            {
                var live = step.State.Desks[desk.Id];
                var last = live.LastPresent is { } seen ? step.Now.WallAt(seen) : step.Now.Wall;
                SeatRule.Hold(step, new(booking.Id, booking.Holder, desk.Id, booking.Start, last > booking.Start ? last : booking.Start, HoldReason.Vacated));
            }
        }
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        Deadline? next = null;
        foreach (var desk in state.Definition.Desks)
        {
            Deadline? due = FreeAt(state, desk.Id, now) is { } at ? new(at, $"desk {desk.Id}: left for good") : null;
            next = Deadline.Earlier(next, due);
        }

        return next;
    }

    // Only a sensor that sees nobody frees a desk; unknown is not free.
    private static TimeSpan? FreeAt(SiteState state, ResourceId resource, Moment now)
    {
        if (state.Desks.GetValueOrDefault(resource) is not { Occupancy: DeskOccupancy.Free } desk || Arrived(state, resource, now) is not { } booking)
        {
            return null;
        }

        var absent = (desk.LastPresent ?? desk.StartedAt) + LongAbsence;
        var free = desk.HasLeft ? now.Uptime : absent;
        var kept = desk.HasLeft && !desk.IsSteppedOut ? null : desk.KeptUntil;
        return Later(Later(free, kept), now.UptimeAt(booking.Start));
    }

    // Also one that has not begun: whoever came early and went again frees the desk at its start.
    private static Booking? Arrived(SiteState state, ResourceId resource, Moment now)
    {
        foreach (var booking in state.Policy.BookingsOf(resource))
        {
            if (booking.End > now.Wall && state.CheckedIn.Contains(booking.Slot))
            {
                return booking;
            }
        }

        return null;
    }

    private static TimeSpan? Later(TimeSpan? one, TimeSpan? other) => other > one ? other : one;

    private static void Keep(SiteStepping step, ResourceId resource, Func<DeskState, DeskState> change)
    {
        if (step.State.Desks.GetValueOrDefault(resource) is { } desk)
        {
            step.State = step.State with { Desks = step.State.Desks.SetItem(resource, change(desk)) };
        }
    }
}
