namespace EdgeNode.Core;

/// <summary>Steps the desks; a change is journalled without a person, and may be the first evidence of an arrival.</summary>
internal static class DeskRule
{
    public static void PassTime(SiteStepping step)
    {
        var closedAt = ClosedAt(step.State, step.Now);
        foreach (var desk in step.Site.Desks)
        {
            if (desk.Sensor is { } sensor && DeskMachine.NextDeadline(step.State.Desks[desk.Id], desk, closedAt)?.Uptime <= step.Now.Uptime)
            {
                Set(step, desk, DeskMachine.PassTime(step.State.Desks[desk.Id], sensor, step.Now.Uptime, closedAt));
            }
        }
    }

    /// <summary>Takes a report; one for a desk without a configured sensor is ignored.</summary>
    public static void Take(SiteStepping step, SiteEvent.DeskSensed sensed)
    {
        if (step.State.Desks.TryGetValue(sensed.Desk, out var state) &&
            step.Site.Desks.First(desk => desk.Id == sensed.Desk) is { Sensor: { } sensor } desk)
        {
            Set(step, desk, DeskMachine.Report(state, sensed.Present, sensor, step.Now.Uptime, SiteHours.ClosedAt(step.Site, step.Now)));
        }
    }

    /// <summary>Keeps what a sensor tells of itself; what is no per cent is not believed.</summary>
    public static void Take(SiteStepping step, SiteEvent.SensorTold told)
    {
        if (step.State.Desks.TryGetValue(told.Desk, out var desk))
        {
            var next = desk with { LastSeen = step.Now.Uptime, Battery = Percent(told.Battery) ?? desk.Battery, Signal = Percent(told.Signal) ?? desk.Signal };
            step.State = step.State with { Desks = step.State.Desks.SetItem(told.Desk, next) };
        }
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        Deadline? next = null;
        var closedAt = ClosedAt(state, now);
        foreach (var desk in state.Definition.Desks)
        {
            if (desk.Sensor is not null)
            {
                next = Deadline.Earlier(next, DeskMachine.NextDeadline(state.Desks[desk.Id], desk, closedAt));
            }
        }

        return next;
    }

    // Only a desk with somebody at it asks whether the site is closed.
    private static TimeSpan? ClosedAt(SiteState state, Moment now)
    {
        foreach (var desk in state.Desks.Values)
        {
            if (desk.IsPresent)
            {
                return SiteHours.ClosedAt(state.Definition, now);
            }
        }

        return null;
    }

    private static int? Percent(int? told) => told is >= 0 and <= 100 ? told : null;

    private static void Set(SiteStepping step, Desk desk, DeskState next)
    {
        var before = step.State.Desks[desk.Id];
        next = next.LastPresent != before.LastPresent ? next with { HasLeft = false, IsSteppedOut = false } : next;
        step.State = step.State with { Desks = step.State.Desks.SetItem(desk.Id, next) };
        if (next.Trouble != before.Trouble)
        {
            step.Record(new JournalFact.SensorStuck(desk.Id, next.Trouble));
        }

        if (next.Occupancy == before.Occupancy)
        {
            return;
        }

        step.Record(new JournalFact.DeskChanged(desk.Id, next.Occupancy) { Since = next.Since is { } since ? step.Now.WallAt(since) : null });
        if (next.Occupancy == DeskOccupancy.Occupied)
        {
            BookingRule.SeatTaken(step, desk.Id);
        }
        else if (before.Occupancy == DeskOccupancy.Unknown)
        {
            BookingRule.SeatFree(step, desk.Id);
        }
    }
}
