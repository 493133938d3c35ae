namespace EdgeNode.Core;

/// <summary>Steps the desks; a change is journalled without a person, and may be the first evidence of an arrival.</summary>
internal static class DeskRule
{
    public static void PassTime(SiteStepping step)
    {
        foreach (var desk in step.Site.Desks)
        {
            if (desk.Sensor is { } sensor && DeskMachine.NextDeadline(step.State.Desks[desk.Id], desk)?.Uptime <= step.Now.Uptime)
            {
                Set(step, desk, DeskMachine.PassTime(step.State.Desks[desk.Id], sensor, step.Now.Uptime));
            }
        }
    }

    /// <summary>Takes a report; one for a desk without a configured sensor is ignored.</summary>
    public static void Take(SiteStepping step, SiteEvent.DeskSensed sensed)
    {
        if (step.State.Desks.TryGetValue(sensed.Desk, out var state) &&
            step.Site.Desks.First(desk => desk.Id == sensed.Desk) is { Sensor: { } sensor } desk)
        {
            Set(step, desk, DeskMachine.Report(state, sensed.Present, sensor, step.Now.Uptime));
        }
    }

    public static Deadline? NextDeadline(SiteState state)
    {
        Deadline? next = null;
        foreach (var desk in state.Definition.Desks)
        {
            if (desk.Sensor is not null)
            {
                next = Deadline.Earlier(next, DeskMachine.NextDeadline(state.Desks[desk.Id], desk));
            }
        }

        return next;
    }

    private static void Set(SiteStepping step, Desk desk, DeskState next)
    {
        var before = step.State.Desks[desk.Id].Occupancy;
        step.State = step.State with { Desks = step.State.Desks.SetItem(desk.Id, next) };
        if (next.Occupancy == before)
        {
            return;
        }

        step.Record(new JournalFact.DeskChanged(desk.Id, next.Occupancy));
        if (next.Occupancy == DeskOccupancy.Occupied)
        {
            BookingRule.SeatTaken(step, desk.Id);
        }
        else if (before == DeskOccupancy.Unknown)
        {
            BookingRule.SeatFree(step, desk.Id);
        }
    }
}
