using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>The whole site as one total function: one event in, the next state and effects out.</summary>
public static class Site
{
    /// <summary>A site that has just been started and knows nothing but its definition and policy.</summary>
    public static SiteState Initial(SiteDefinition site, PolicySnapshot policy) => new()
    {
        Definition = site,
        Policy = policy,
        Doors = site.Doors.ToImmutableDictionary(door => door.Id, _ => DoorState.Initial),
        Desks = site.Desks.Where(desk => desk.Sensor is not null).ToImmutableDictionary(desk => desk.Id, _ => DeskState.Initial),
    };

    /// <summary>Takes one event at one moment. Total: never throws on input. Time that has passed is dealt with first.</summary>
    public static SiteStep Step(SiteState state, SiteEvent @event, Moment now)
    {
        var step = new SiteStepping(state, now);
        ClockRule.PassTime(step);
        DoorRule.PassTime(step);
        ReaderRule.PassTime(step);
        UnlockRule.PassTime(step);
        DeskRule.PassTime(step);
        VacateRule.PassTime(step);
        BookingRule.PassTime(step);
        SessionRule.PassTime(step);
        LoanRule.PassTime(step);
        CapacityRule.PassTime(step);
        DayRule.PassTime(step);
        Take(step, @event);
        return step.Done();
    }

    /// <summary>When the site wants to be stepped again, and why; null when only the world can change it.</summary>
    public static Deadline? NextDeadline(SiteState state) => state.Now is not { } now ? null : Deadline.Earliest(
        DoorRule.NextDeadline(state),
        DeskRule.NextDeadline(state, now),
        VacateRule.NextDeadline(state, now),
        ReaderRule.NextDeadline(state),
        UnlockRule.NextDeadline(state, now),
        BookingRule.NextDeadline(state, now),
        SessionRule.NextDeadline(state, now),
        LoanRule.NextDeadline(state, now),
        DayRule.NextDeadline(state, now));

    /// <summary>Remembers one record of the journal after a restart: sessions, arrivals, releases and the open day.</summary>
    public static SiteState Recall(SiteState state, JournalEntry entry) => SiteMemory.Recall(state, entry);

    private static void Take(SiteStepping step, SiteEvent @event)
    {
        switch (@event)
        {
            case SiteEvent.Started started:
                step.State = SiteMemory.Started(step.State, step.Now.Uptime);
                step.Record(new JournalFact.SiteStarted(started.Version));
                break;
            case SiteEvent.IdentifierPresented tap:
                TapRule.Take(step, tap);
                break;
            case SiteEvent.CodeEntered code:
                TapRule.Take(step, code);
                break;
            case SiteEvent.PinVerified verified:
                PinRule.Take(step, verified);
                break;
            case SiteEvent.OutageCodeSet set:
                step.State = step.State with { OutageCode = set.Code };
                break;
            case SiteEvent.FireInputChanged fire:
                EvacuationRule.Take(step, fire);
                break;
            case SiteEvent.EvacuationEnded ended:
                EvacuationRule.End(step, ended);
                break;
            case SiteEvent.ReadFaulty read:
                TapRule.Reject(step, read);
                break;
            case SiteEvent.ReaderLinkChanged link:
                TapRule.ChangeLink(step, link);
                break;
            case SiteEvent.ContactChanged contact:
                DoorRule.Take(step, contact.Door, new DoorInput.ContactChanged(contact.Contact));
                break;
            case SiteEvent.DoorWireChanged wire:
                DoorRule.Take(step, wire.Door, new DoorInput.WireChanged(wire.Wire, wire.Condition));
                break;
            case SiteEvent.ReaderTroubleChanged trouble:
                ReaderRule.ChangeTrouble(step, trouble);
                break;
            case SiteEvent.RequestToExit exit:
                DoorRule.Take(step, exit.Door, new DoorInput.RequestToExit());
                break;
            case SiteEvent.DoorCommanded command:
                DoorRule.Take(step, command.Door, new DoorInput.Commanded(command.Command, command.Source, command.By) { Reason = command.Reason, For = command.For });
                break;
            case SiteEvent.UnlockCommanded unlock:
                DoorRule.Take(step, unlock.Door, new DoorInput.RemoteUnlock(unlock.Command));
                break;
            case SiteEvent.CommandDropped dropped:
                step.Record(new JournalFact.CommandDropped(dropped.Command, dropped.Reason));
                break;
            case SiteEvent.StrikeCutOff cut:
                DoorRule.Take(step, cut.Door, new DoorInput.StrikeCutOff());
                break;
            case SiteEvent.DeskSensed sensed:
                DeskRule.Take(step, sensed);
                break;
            default:
                TakeInstruction(step, @event);
                break;
        }
    }

    // What a named person tells by hand.
    private static void TakeInstruction(SiteStepping step, SiteEvent @event)
    {
        switch (@event)
        {
            case SiteEvent.ArrivalConfirmed confirmed:
                InstructionRule.Take(step, confirmed);
                break;
            case SiteEvent.PassbackForgiven forgiven:
                InstructionRule.Take(step, forgiven);
                break;
            case SiteEvent.LoanGiven given:
                LoanRule.Give(step, given);
                break;
            case SiteEvent.LoanReturned returned:
                LoanRule.Return(step, returned);
                break;
            case SiteEvent.LoanLost lost:
                LoanRule.Lose(step, lost);
                break;
            case SiteEvent.MovementsAsked asked:
                step.Record(new JournalFact.MovementsSeen(asked.By, asked.Reason) { Who = new(asked.Holder, null) });
                break;
            default:
                TakeNews(step, @event);
                break;
        }
    }

    // What happened in the node or in a device, not at the site.
    private static void TakeNews(SiteStepping step, SiteEvent @event)
    {
        switch (@event)
        {
            case SiteEvent.PolicyReplaced replaced:
                step.Record(new JournalFact.PolicyApplied(replaced.Policy.Version, replaced.Policy.Hash));
                ContestRule.Replace(step, replaced.Policy);
                break;
            case SiteEvent.AcceptanceTold accepted:
                DoorRule.Take(step, accepted.Door, new DoorInput.AcceptanceTold(accepted.Acceptance, accepted.Sheet, accepted.By));
                break;
            case SiteEvent.SensorTold told:
                DeskRule.Take(step, told);
                break;
            case SiteEvent.JournalHealthChanged health:
                step.State = step.State with { JournalTakesRecords = health.TakesRecords };
                break;
            case SiteEvent.UsageDayAcknowledged acknowledged:
                step.Record(new JournalFact.UsageAcknowledged(acknowledged.Day));
                break;
            case SiteEvent.MemoryKept kept:
                step.Record(kept.Fact);
                break;
        }
    }
}
