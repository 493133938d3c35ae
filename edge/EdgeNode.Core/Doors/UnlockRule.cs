namespace EdgeNode.Core;

/// <summary>
/// Doors that stand unlocked in certain hours. It acts once when hours begin and once when they end, so that a manager who locks the
/// door in between is obeyed until the next hours. While the clock is not trusted no hours have come.
/// </summary>
internal static class UnlockRule
{
    public static void PassTime(SiteStepping step)
    {
        foreach (var door in step.Site.Doors)
        {
            if (door.UnlockHours is { } hours)
            {
                Follow(step, door, Since(step.Site, hours, step.Now));
            }
        }
    }

    /// <summary>Somebody came in: where the first person unlocks, that may be the one.</summary>
    public static void PassedThrough(SiteStepping step, Door door, Passage passage)
    {
        if (door is { FirstPersonIn: true, UnlockHours: { } hours } && passage is { Direction: Direction.In, Standing: true } && Since(step.Site, hours, step.Now) is { } since && !HasActed(step, door, since))
        {
            Act(step, door, DoorCommand.Unlock, step.Now.Wall);
        }
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        Deadline? next = null;
        var zone = state.Definition.TimeZone;
        foreach (var door in state.Definition.Doors)
        {
            if (now.Trust != ClockTrust.Untrusted && door.UnlockHours?.NextEdge(zone.Local(now.Wall).DateTime) is { } edge)
            {
                var at = zone.Instant(DateOnly.FromDateTime(edge), TimeOnly.FromDateTime(edge));
                next = at > now.Wall ? Deadline.Earlier(next, now.DeadlineAt(at, $"door {door.Id}: unlock hours")) : next;
            }
        }

        return next;
    }

    /// <summary>After a restart: a record written when hours were over says that they have ended, unless the door was locked down then, or still has to lock.</summary>
    public static SiteState Recall(SiteState state, Moment at)
    {
        foreach (var door in state.Definition.Doors)
        {
            if (door.UnlockHours is { } hours
                && at.Trust != ClockTrust.Untrusted
                && state.Doors[door.Id] is { HoursActedAt: not null, Standing: not (DoorMode.Unlocked or DoorMode.LockedDown or DoorMode.LockedOpen) }
                && Since(state.Definition, hours, at) is null)
            {
                state = Note(state, door, null);
            }
        }

        return state;
    }

    private static void Follow(SiteStepping step, Door door, DateTimeOffset? since)
    {
        var state = step.State.Doors[door.Id];
        if (since is { } begun)
        {
            if (!door.FirstPersonIn && !HasActed(step, door, begun))
            {
                Act(step, door, DoorCommand.Unlock, step.Now.Wall);
            }
        }
        else if (state.HoursActedAt is not null && state.Standing is not (DoorMode.LockedDown or DoorMode.LockedOpen))
        {
            // A lock-down that began in the hours would return to unlocked: the hours then end when it does.
            if (state.Standing == DoorMode.Unlocked)
            {
                Act(step, door, DoorCommand.Lock, null);
            }
            else if (step.Now.Trust != ClockTrust.Untrusted)
            {
                // An unsure clock says nothing of these hours: a door that a manager locked in them stays so until they are over.
                step.State = Note(step.State, door, null);
            }
        }
    }

    private static void Act(SiteStepping step, Door door, DoorCommand command, DateTimeOffset? at)
    {
        step.State = Note(step.State, door, at);
        DoorRule.Take(step, door.Id, new DoorInput.Commanded(command, CommandSource.Schedule, null));
    }

    private static SiteState Note(SiteState state, Door door, DateTimeOffset? at) =>
        state with { Doors = state.Doors.SetItem(door.Id, state.Doors[door.Id] with { HoursActedAt = at }) };

    private static bool HasActed(SiteStepping step, Door door, DateTimeOffset since) => step.State.Doors[door.Id].HoursActedAt >= since;

    // Since when the hours have been on; null while they are not.
    private static DateTimeOffset? Since(SiteDefinition site, Schedule hours, Moment now)
    {
        if (now.Trust == ClockTrust.Untrusted || hours.OpenSince(site.TimeZone.Local(now.Wall).DateTime) is not { } local)
        {
            return null;
        }

        return site.TimeZone.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
