namespace EdgeNode.Core;

/// <summary>Steps the doors and passes on who went through them.</summary>
internal static class DoorRule
{
    private static readonly DoorInput.TimePassed TimePassed = new();

    public static void PassTime(SiteStepping step)
    {
        foreach (var door in step.Site.Doors)
        {
            if (DoorMachine.NextDeadline(step.State.Doors[door.Id], door)?.Uptime <= step.Now.Uptime)
            {
                Step(step, door, TimePassed);
            }
        }
    }

    /// <summary>Takes an input for a door; one that stands in no configuration is ignored.</summary>
    public static void Take(SiteStepping step, DoorId id, DoorInput input)
    {
        if (step.State.Policy.Plan.FindDoor(id) is { } door && step.State.Doors.ContainsKey(id))
        {
            Step(step, door, input);
        }
    }

    public static Deadline? NextDeadline(SiteState state)
    {
        Deadline? next = null;
        foreach (var door in state.Definition.Doors)
        {
            next = Deadline.Earlier(next, DoorMachine.NextDeadline(state.Doors[door.Id], door));
        }

        return next;
    }

    private static void Step(SiteStepping step, Door door, DoorInput input)
    {
        var before = step.State.Doors[door.Id];
        var next = DoorMachine.Step(before, input, door, step.Now);
        step.State = step.State with { Doors = step.State.Doors.SetItem(door.Id, next.State) };
        foreach (var effect in next.Effects)
        {
            step.Add(effect);
            if (effect is Effect.Record { Fact: JournalFact.AccessNotTaken { Who: { } who } })
            {
                SeatRule.NotTaken(step, who);
            }
        }

        foreach (var passage in next.Taken)
        {
            step.State = step.State with { Whereabouts = Whereabouts.After(step.State.Whereabouts, passage.Holder.Ref, door, passage.Direction, step.Now.Wall) };
            UnlockRule.PassedThrough(step, door, passage);
            SessionRule.PassedThrough(step, door, passage);
        }

        TailgateRule.Stepped(step, door, before, next.State, next.Taken);
        if (next.State.Alarm == DoorAlarm.PreAlarm && before.Alarm != DoorAlarm.PreAlarm)
        {
            Warn(step, door);
        }
    }

    private static void Warn(SiteStepping step, Door door)
    {
        foreach (var point in step.Site.AccessPoints.Where(point => point.Door == door.Id))
        {
            step.Signal(point.Id, ReaderSignal.HeldOpenWarning);
        }
    }
}
