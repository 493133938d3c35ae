namespace EdgeNode.Core;

/// <summary>
/// What a stay costs whoever pays by the day, or out of an employer's prepaid hours, counted at the site as the hub counts it: a day by
/// the local date on which a session begins, hours by whole minutes begun of sessions that the network had not counted when it last wrote.
/// </summary>
internal static class PassRule
{
    // An upload that waits longer than this is counted by hand.
    private const int DaysKept = 60;

    /// <summary>A session begins: the first of a local day uses a day pass.</summary>
    public static void Begun(SiteStepping step, CredentialHolder holder, DateTimeOffset start)
    {
        var use = new DayPassUse(holder.Ref, step.Site.TimeZone.LocalDay(start));
        if (holder.DayPass && !step.State.DayPasses.Contains(use))
        {
            step.State = step.State with { DayPasses = step.State.DayPasses.Add(use) };
            step.Record(new JournalFact.DayPassUsed(use.Day) { Who = new(holder.Ref, null) });
        }
    }

    /// <summary>The site after a session has ended. One that is disputed uses no prepaid hours until the network has decided.</summary>
    public static SiteState Ended(SiteState state, JournalFact.SessionClosed closed)
    {
        if (closed is not { Who: { } who, Class: not SessionClass.Disputed }
            || state.OpenDay is not { } day
            || state.Policy.FindHolder(who.Holder) is not { Employer: not null })
        {
            return state;
        }

        var known = state.PrepaidUse.FirstOrDefault(use => use.Day == day && use.Holder == who.Holder) ?? new(day, who.Holder, 0);
        var minutes = known.Minutes + UsageSession.MinutesOf(closed.Start, closed.End);
        return state with { PrepaidUse = state.PrepaidUse.Remove(known).Add(known with { Minutes = minutes }) };
    }

    /// <summary>Whether a tap is one of somebody whose prepaid hours are used up. Hours of which the network does not say what is left are.</summary>
    public static bool IsUsedUp(SiteState state, CredentialToken token, Moment now) =>
        LoanRule.Credential(state, token) is { } credential
        && state.Policy.FindHolder(credential.Holder) is { Employer: { } employer, Class: not HolderClass.Staff }
        && state.Policy.FindPrepaid(employer)?.AreUsedUp(Used(state, employer, now.Wall)) != false;

    /// <summary>Forgets what the network has counted, or is long past.</summary>
    public static SiteState Forget(SiteState state, DateOnly today) => state with
    {
        PrepaidUse = state.PrepaidUse.RemoveAll(use => state.Policy.UsageCounted.Contains(use.Day) || use.Day < today.AddDays(-DaysKept)),
        DayPasses = state.DayPasses.Except(state.DayPasses.Where(use => use.Day < today)),
    };

    // Sessions in progress count with what they have come to so far; disputed ones with nothing, as once they have ended.
    private static long Used(SiteState state, EmployerId employer, DateTimeOffset wall)
    {
        var ended = state.PrepaidUse.Where(use => !state.Policy.UsageCounted.Contains(use.Day) && Pays(state, employer, use.Holder)).Sum(use => use.Minutes);
        var open = state.Sessions.Values.Where(session => Pays(state, employer, session.Holder) && SessionClasses.ClassOf(session.Evidence) != SessionClass.Disputed)
            .Sum(session => UsageSession.MinutesOf(session.Start, wall < session.MustEndBy ? wall : session.MustEndBy));
        return ended + open;
    }

    private static bool Pays(SiteState state, EmployerId employer, HolderRef holder) => state.Policy.FindHolder(holder)?.Employer == employer;
}
