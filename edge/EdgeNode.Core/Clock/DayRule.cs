namespace EdgeNode.Core;

/// <summary>Closes the local day once it is over, so that a usage day is a range of the journal that no clock can change afterwards.</summary>
internal static class DayRule
{
    public static void PassTime(SiteStepping step)
    {
        var today = step.Site.TimeZone.LocalDay(step.Now.Wall);
        if (step.State.OpenDay is not { } open)
        {
            step.State = step.State with { OpenDay = today };
        }
        else if (today > open && step.Now.Trust != ClockTrust.Untrusted)
        {
            step.Record(new JournalFact.DayClosed(open));
            step.State = SiteMemory.ForgetDay(BookingRule.Forget(step.State, step.Now.Wall), step.Now.Wall) with { OpenDay = today };
        }
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        if (state.OpenDay is not { } open || now.Trust == ClockTrust.Untrusted)
        {
            return null;
        }

        var end = state.Definition.TimeZone.Instant(open.AddDays(1), TimeOnly.MinValue);
        return now.DeadlineAt(end, "the day is over");
    }
}
