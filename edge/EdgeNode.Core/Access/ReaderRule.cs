namespace EdgeNode.Core;

/// <summary>What goes on at readers: wrong tries, badges that wait for a PIN or for a second person.</summary>
internal static class ReaderRule
{
    public static ReaderState Of(SiteStepping step, AccessPointId accessPoint) => step.State.Readers.GetValueOrDefault(accessPoint, ReaderState.Idle);

    public static void Set(SiteStepping step, AccessPointId accessPoint, ReaderState reader) => step.State = step.State with
    {
        Readers = reader == ReaderState.Idle ? step.State.Readers.Remove(accessPoint) : step.State.Readers.SetItem(accessPoint, reader),
    };

    /// <summary>Keeps what a reader tells of itself; a change is journalled.</summary>
    public static void ChangeTrouble(SiteStepping step, SiteEvent.ReaderTroubleChanged told)
    {
        var troubles = step.State.ReaderTroubles;
        if (troubles.GetValueOrDefault(told.AccessPoint) == told.Trouble)
        {
            return;
        }

        step.State = step.State with
        {
            ReaderTroubles = told.Trouble == ReaderTrouble.None ? troubles.Remove(told.AccessPoint) : troubles.SetItem(told.AccessPoint, told.Trouble),
        };
        step.Record(new JournalFact.ReaderTroubleChanged(told.AccessPoint, told.Trouble));
    }

    /// <summary>Counts a wrong try; too many stop the reader for a while.</summary>
    public static void Guessed(SiteStepping step, AccessPointId accessPoint)
    {
        var limits = step.Site.Rules.Guesses;
        var reader = Of(step, accessPoint);
        reader = reader.Guesses > 0 && step.Now.Uptime < reader.GuessesSince + limits.ReaderWindow
            ? reader with { Guesses = reader.Guesses + 1 }
            : reader with { Guesses = 1, GuessesSince = step.Now.Uptime };
        if (reader.Guesses >= limits.ReaderTries)
        {
            reader = reader with { Guesses = 0, PausedUntil = step.Now.Uptime + limits.ReaderPause };
            step.Record(new JournalFact.ReaderPaused(accessPoint, (long)limits.ReaderPause.TotalSeconds));
        }

        Set(step, accessPoint, reader);
    }

    /// <summary>Another badge came, or nothing did: whoever was asked for a PIN is refused.</summary>
    public static void GiveUpPin(SiteStepping step, AccessPointId accessPoint)
    {
        var reader = Of(step, accessPoint);
        if (reader.Asked is { } asked)
        {
            Set(step, accessPoint, reader with { Asked = null });
            TapRule.Deny(step, accessPoint, new(DenyReason.PinNotGiven, [DenyReason.PinNotGiven], step.State.Policy.FindHolder(asked.Holder), null));
        }
    }

    public static void PassTime(SiteStepping step)
    {
        foreach (var (accessPoint, reader) in step.State.Readers)
        {
            if (reader.Asked?.Until <= step.Now.Uptime)
            {
                GiveUpPin(step, accessPoint);
            }

            if (reader.Last?.Until <= step.Now.Uptime)
            {
                CompanionRule.GiveUp(step, accessPoint);
            }

            Forget(step, accessPoint);
        }
    }

    public static Deadline? NextDeadline(SiteState state)
    {
        Deadline? next = null;
        foreach (var (accessPoint, reader) in state.Readers)
        {
            next = Deadline.Earlier(next, reader.Asked is { } asked ? new(asked.Until, $"reader {accessPoint}: the PIN") : null);
            next = Deadline.Earlier(next, reader.Last is { } last ? new(last.Until, $"reader {accessPoint}: the second person") : null);
        }

        return next;
    }

    private static void Forget(SiteStepping step, AccessPointId accessPoint)
    {
        var reader = Of(step, accessPoint);
        if (reader.PausedUntil <= step.Now.Uptime)
        {
            reader = reader with { PausedUntil = null };
        }

        if (reader.Guesses > 0 && step.Now.Uptime >= reader.GuessesSince + step.Site.Rules.Guesses.ReaderWindow)
        {
            reader = reader with { Guesses = 0 };
        }

        Set(step, accessPoint, reader.Guesses == 0 ? reader with { GuessesSince = TimeSpan.Zero } : reader);
    }
}
