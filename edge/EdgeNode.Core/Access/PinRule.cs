namespace EdgeNode.Core;

/// <summary>A badge and its PIN.</summary>
internal static class PinRule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan VerifyWithin = TimeSpan.FromSeconds(10);

    /// <summary>Whether a door asks a holder for a PIN; while the clock is not trusted, at any hour.</summary>
    public static bool Asks(Door door, CredentialHolder holder, Moment now, TimeZoneInfo zone) =>
        door.PinHours is { } hours && !holder.PinExempt && (now.Trust == ClockTrust.Untrusted || hours.IsOpen(zone.Local(now.Wall).DateTime));

    /// <summary>Whether a recorded grant took a PIN. A way out, or another door, forgives no wrong one.</summary>
    public static bool WasProved(SiteState state, JournalFact.AccessGranted granted, HolderRef who, Moment at) =>
        granted.Basis is GrantBasis.Booking or GrantBasis.AccessProfile
        && state.Policy.Plan.FindDoor(granted.Door) is { } door
        && state.Policy.FindHolder(who) is { } holder
        && Asks(door, holder, at, state.Definition.TimeZone);

    public static void Ask(SiteStepping step, Presented presented, CredentialHolder holder)
    {
        var reader = ReaderRule.Of(step, presented.AccessPoint);
        ReaderRule.Set(step, presented.AccessPoint, reader with { Asked = new(presented, holder.Ref, step.Now.Uptime + Patience, Verifying: false) });
        step.Signal(presented.AccessPoint, ReaderSignal.EnterPin);
    }

    /// <summary>Has a code held against the PIN; one at a time.</summary>
    public static void Verify(SiteStepping step, PinAsked asked, SiteEvent.CodeEntered code)
    {
        if (!asked.Verifying && step.State.Policy.FindHolder(asked.Holder)?.Pin is { } pin)
        {
            var until = step.Now.Uptime + VerifyWithin;
            ReaderRule.Set(step, code.AccessPoint, ReaderRule.Of(step, code.AccessPoint) with { Asked = asked with { Until = until, Verifying = true } });
            step.Add(new Effect.VerifyPin(code.AccessPoint, until, pin, code.Code));
        }
    }

    /// <summary>Takes the outcome; one that comes too late, or for somebody else, counts for nothing.</summary>
    public static void Take(SiteStepping step, SiteEvent.PinVerified verified)
    {
        var reader = ReaderRule.Of(step, verified.AccessPoint);
        if (reader.Asked is not { Verifying: true } asked || asked.Until != verified.Ticket)
        {
            return;
        }

        ReaderRule.Set(step, verified.AccessPoint, reader with { Asked = null });
        if (verified.Outcome == PinOutcome.Wrong)
        {
            Refuse(step, asked);
            return;
        }

        step.State = step.State with { PinTries = step.State.PinTries.Remove(asked.Holder) };
        if (verified.Outcome == PinOutcome.Duress)
        {
            step.Record(new JournalFact.Duress(verified.AccessPoint) { Who = new(asked.Holder, null) });
        }

        // A loan badge may have gone to somebody else meanwhile, whose PIN it is not.
        TapRule.Decide(step, asked.Presented with { PinProved = LoanRule.Credential(step.State, asked.Presented.Token)?.Holder == asked.Holder });
    }

    /// <summary>One more wrong PIN; too many in a row lock it.</summary>
    public static PinTries OneMore(PinTries? before, GuessLimits limits, TimeSpan uptime)
    {
        var wrong = (before?.Wrong ?? 0) + 1;
        return wrong < limits.PinTries ? new(wrong, null) : new(0, uptime + limits.PinPause);
    }

    private static void Refuse(SiteStepping step, PinAsked asked)
    {
        var tries = OneMore(step.State.PinTries.GetValueOrDefault(asked.Holder), step.Site.Rules.Guesses, step.Now.Uptime);
        step.State = step.State with { PinTries = step.State.PinTries.SetItem(asked.Holder, tries) };
        TapRule.Deny(
            step,
            asked.Presented.AccessPoint,
            new(DenyReason.PinWrong, tries.LockedUntil is null ? [DenyReason.PinWrong] : [DenyReason.PinLocked, DenyReason.PinWrong], step.State.Policy.FindHolder(asked.Holder), null));
    }
}
