namespace EdgeNode.Core;

/// <summary>
/// One door: modes, release, passage, relock, alarms (ONVIF Door Control 19.12). Every timer runs on uptime.
/// A strike is never released without an instant at which it relocks, or is held again by the mode in which the door stands.
/// </summary>
public static class DoorMachine
{
    /// <summary>Steps a door. Total: every state takes every input. Time that has passed is dealt with before the input.</summary>
    public static DoorStep Step(DoorState state, DoorInput input, Door door, Moment now)
    {
        var step = new DoorStepping(state, door, now.Uptime);
        PassTime(step);
        switch (input)
        {
            case DoorInput.Grant grant:
                Grant(step, grant);
                break;
            case DoorInput.Commanded commanded:
                Obey(step, commanded);
                break;
            case DoorInput.RequestToExit:
                // Whatever the mode: nobody is kept inside.
                step.Record(new JournalFact.ExitRequested(door.Id));
                step.Release(extended: false);
                break;
            case DoorInput.RemoteUnlock remote:
                UnlockOnce(step, remote.Command);
                break;
            case DoorInput.ContactChanged changed:
                ChangeContact(step, changed.Contact);
                break;
            case DoorInput.WireChanged wire:
                ChangeWire(step, wire);
                break;
            case DoorInput.Evacuation evacuation:
                Evacuate(step, evacuation.Begins);
                break;
            case DoorInput.AcceptanceTold told:
                Accept(step, told);
                break;
            case DoorInput.StrikeCutOff:
                step.Record(new JournalFact.StrikeCut(door.Id));
                step.EndAccess();
                break;
        }

        return step.Done();
    }

    /// <summary>When the door wants to be stepped again, and why; null when only the world can change it.</summary>
    public static Deadline? NextDeadline(DoorState state, Door door)
    {
        Deadline? relock = state.RelockAt is { } at ? new(at, $"door {door.Id}: relock") : null;
        Deadline? renew = state.RenewAt is { } due ? new(due, $"door {door.Id}: hold") : null;
        Deadline? alarm = state.OpenedAt is not { } opened || state.MayStandOpen ? null : state.Alarm switch
        {
            DoorAlarm.Normal => new(opened + door.Timings.PreAlarm(state.ExtendedOpening), $"door {door.Id}: held-open warning"),
            DoorAlarm.PreAlarm => new(opened + door.Timings.Open(state.ExtendedOpening), $"door {door.Id}: held-open alarm"),
            _ => null,
        };
        Deadline? timed = state.UnlockedUntil is { } until ? new(until, $"door {door.Id}: unlocked for a time") : null;
        return Deadline.Earliest(relock, renew, alarm, timed);
    }

    private static void PassTime(DoorStepping step)
    {
        if (step.State.RelockAt <= step.Uptime)
        {
            step.EndAccess();
        }

        if (step.State.UnlockedUntil <= step.Uptime)
        {
            EndTimed(step);
        }

        if (step.State.RenewAt <= step.Uptime)
        {
            step.ToStanding();
        }

        if (step.State.MayStandOpen
            || step.State.OpenedAt is not { } opened
            || step.State.Alarm is DoorAlarm.DoorOpenTooLong or DoorAlarm.DoorForcedOpen)
        {
            return;
        }

        var open = step.Uptime - opened;
        if (open >= step.Door.Timings.Open(step.State.ExtendedOpening))
        {
            step.Raise(DoorAlarm.DoorOpenTooLong);
        }
        else if (open >= step.Door.Timings.PreAlarm(step.State.ExtendedOpening))
        {
            step.Raise(DoorAlarm.PreAlarm);
        }
    }

    private static void Grant(DoorStepping step, DoorInput.Grant grant)
    {
        step.Release(grant.Extended);
        step.Await(grant.Passage);
        if (step.State.Contact == ContactState.Open || !step.Door.ContactFitted || step.State.ContactWire != WireCondition.Normal)
        {
            // An open door, or one whose opening nobody can see: the grant is the passage.
            step.TakeAwaited();
        }
    }

    private static void UnlockOnce(DoorStepping step, string command)
    {
        if (!step.State.IsLive)
        {
            step.Record(new JournalFact.CommandDropped(command, CommandDropReason.DoorNotAccepted));
        }
        else if (step.State.Standing.TakesAccess())
        {
            step.Record(new JournalFact.RemoteUnlock(step.Door.Id, command));
            step.Release(extended: false);
        }
        else
        {
            step.Record(new JournalFact.CommandDropped(command, CommandDropReason.DoorModeRefuses));
        }
    }

    private static void Accept(DoorStepping step, DoorInput.AcceptanceTold told)
    {
        if ((step.State.Acceptance, step.State.Sheet) == (told.Acceptance, told.Sheet))
        {
            return;
        }

        step.Record(new JournalFact.DoorAcceptanceChanged(step.Door.Id, told.Acceptance, told.Sheet)
        {
            Who = told.By is { } holder ? new(holder, null) : null,
        });
        step.State = step.State.Told(told.Acceptance, told.Sheet);
        if (!step.State.IsLive && step.State.Standing.IsReleased())
        {
            Obey(step, new(step.State.Standing == DoorMode.LockedOpen ? DoorCommand.LockOpenRelease : DoorCommand.Lock, CommandSource.Safety, null));
        }
    }

    private static void Obey(DoorStepping step, DoorInput.Commanded input)
    {
        if (step.State.UnlockedUntil is not null && input.Command is DoorCommand.LockDown or DoorCommand.LockOpen)
        {
            // What they return to must not be an unlock that nobody ends.
            EndTimed(step);
        }

        var standing = step.State.Standing;
        var taken = Takes(step.State, input.Command);
        var length = LengthOf(step.State, input);
        var next = taken ? standing.After(input.Command, step.State.Before) : standing;
        step.Record(new JournalFact.DoorCommanded(step.Door.Id, input.Command, input.Source, taken, standing, next)
        {
            Who = input.By is { } holder ? new(holder, null) : null,
            Reason = input.Reason,
            Seconds = (long?)length?.TotalSeconds,
        });
        if (taken && input.Command == DoorCommand.Access)
        {
            step.Release(extended: false);
        }
        else if (taken)
        {
            Stand(step, next);
            step.State = step.State with { UnlockedUntil = step.Uptime + length };
        }
    }

    // A door that is not live opens for one passage, when a named person asks for it, and does not stay released.
    private static bool Takes(DoorState state, DoorCommand command) =>
        state.Standing.Takes(command) && (state.IsLive || command is not (DoorCommand.Unlock or DoorCommand.LockOpen));

    // A door that stands unlocked until further notice is not locked by who asks for a few minutes.
    private static TimeSpan? LengthOf(DoorState state, DoorInput.Commanded input) =>
        input.Command != DoorCommand.Unlock || (state.Standing == DoorMode.Unlocked && state.UnlockedUntil is null) || !Takes(state, input.Command) ? null : input.For;

    private static void EndTimed(DoorStepping step)
    {
        step.State = step.State with { UnlockedUntil = null };
        Obey(step, new(DoorCommand.Lock, CommandSource.Timer, null));
    }

    private static void Stand(DoorStepping step, DoorMode next)
    {
        var before = step.State.Standing;
        step.State = step.State with { Standing = next, Before = before };
        if (next.IsReleased())
        {
            // Whoever is awaited may still go through.
            step.ToStanding();
            step.Raise(DoorAlarm.Normal);
            return;
        }

        step.EndAccess();
        if (step.State.OpenedAt is not null && before.IsReleased())
        {
            // An open door is held open from the moment at which it should be shut.
            step.State = step.State with { OpenedAt = step.Uptime };
        }
    }

    private static void Evacuate(DoorStepping step, bool begins)
    {
        // An open door is held open from the moment at which it should be shut.
        step.State = step.State with { Evacuating = begins, OpenedAt = step.State.OpenedAt is null ? null : step.Uptime };
        if (begins)
        {
            step.Raise(DoorAlarm.Normal);
        }
    }

    private static void ChangeWire(DoorStepping step, DoorInput.WireChanged input)
    {
        if (step.State.Of(input.Wire) == input.Condition)
        {
            return;
        }

        step.Record(new JournalFact.DoorWireChanged(step.Door.Id, input.Wire, input.Condition));
        step.State = step.State.With(input.Wire, input.Condition);
        if (step.State.ContactWire != WireCondition.Normal)
        {
            ChangeContact(step, ContactState.Unknown);
        }
    }

    private static void ChangeContact(DoorStepping step, ContactState contact)
    {
        var before = step.State.Contact;
        if (before == contact || (step.State.ContactWire != WireCondition.Normal && contact != ContactState.Unknown))
        {
            // What comes over a wire that is not well says nothing of the door.
            return;
        }

        step.Record(new JournalFact.DoorContact(step.Door.Id, contact));
        var opens = contact == ContactState.Open;
        step.State = step.State with
        {
            Contact = contact,
            OpenedAt = opens ? step.Uptime : null,
            ExtendedOpening = opens && step.State.RelockAt is not null && step.State.Extended,
        };
        if (opens)
        {
            Opened(step, before);
        }
        else if (contact == ContactState.Closed)
        {
            step.Raise(DoorAlarm.Normal);
        }
    }

    private static void Opened(DoorStepping step, ContactState before)
    {
        if (step.State.Mode == DoorMode.Accessed)
        {
            step.TakeAwaited();
            step.EndAccess();
        }
        else if (before == ContactState.Closed && !step.State.MayStandOpen)
        {
            // Open at the first reading after a start is no proof of force.
            step.Raise(DoorAlarm.DoorForcedOpen);
        }
    }
}
