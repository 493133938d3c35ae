namespace EdgeNode.Core;

/// <summary>Loan badges: handed out for a booking or for the day, overdue, lost, given back. One that is handed out to nobody opens nothing.</summary>
internal static class LoanRule
{
    /// <summary>The credential of a token, a loan badge as that of whoever has it; null when it is not known.</summary>
    public static Credential? Credential(SiteState state, CredentialToken token) =>
        state.Policy.FindCredential(token) is { } credential ? Of(state, token)?.Over(credential) ?? credential : null;

    /// <summary>The loan of the badge with a token; null when it is none, or is handed out to nobody.</summary>
    public static Loan? Of(SiteState state, CredentialToken token) =>
        state.Policy.FindCredential(token) is { Loan: { } badge } ? state.Loans.GetValueOrDefault(badge) : null;

    /// <summary>Says once of each badge whose time is over that it is not back.</summary>
    public static void PassTime(SiteStepping step)
    {
        if (step.State.Loans.IsEmpty)
        {
            return;
        }

        foreach (var (badge, loan) in step.State.Loans.OrderBy(loan => loan.Key.Value, StringComparer.Ordinal))
        {
            if (loan.Status == LoanStatus.Out && loan.Until <= step.Now.Wall)
            {
                Change(step, badge, loan with { Status = LoanStatus.Overdue });
            }
        }
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        Deadline? next = null;
        foreach (var (_, loan) in state.Loans)
        {
            Deadline? due = loan.Status == LoanStatus.Out ? now.DeadlineAt(loan.Until, "a loan badge is due back") : null;
            next = Deadline.Earlier(next, due);
        }

        return next;
    }

    /// <summary>Hands a badge out that is in, to somebody who is known, until the end of a booking of theirs or until the site closes.</summary>
    public static void Give(SiteStepping step, SiteEvent.LoanGiven given)
    {
        var until = step.State.Policy.FindHolder(given.Holder) is null ? null : Until(step, given);
        var isIn = step.State.Policy.FindLoanBadge(given.Badge) is { Enabled: true } && !step.State.Loans.ContainsKey(given.Badge);
        if (InstructionRule.Takes(step, Instruction.LoanGiven, given.By, isIn && until > step.Now.Wall, badge: given.Badge) && until is { } end)
        {
            Change(step, given.Badge, new(given.Holder, given.Booking, end, LoanStatus.Out));
        }
    }

    public static void Return(SiteStepping step, SiteEvent.LoanReturned returned) =>
        ChangeKnown(step, Instruction.LoanReturned, returned.Badge, returned.By, LoanStatus.Returned);

    public static void Lose(SiteStepping step, SiteEvent.LoanLost lost) =>
        ChangeKnown(step, Instruction.LoanLost, lost.Badge, lost.By, LoanStatus.Lost);

    /// <summary>The site after a record of a loan; one whose holder was erased is not back all the same.</summary>
    public static SiteState Recall(SiteState state, JournalFact.LoanChanged changed) =>
        With(state, changed.Badge, changed.Status == LoanStatus.Returned ? null : new(changed.Who?.Holder, changed.Who?.Booking, changed.Until, changed.Status));

    /// <summary>Forgets who has the badges that have not come back for as long as movements are kept.</summary>
    public static SiteState Forget(SiteState state, DateTimeOffset wall)
    {
        foreach (var (badge, loan) in state.Loans)
        {
            if (loan.Holder is not null && loan.Until + RetentionPolicy.Default.Movements <= wall)
            {
                state = With(state, badge, loan with { Holder = null, Booking = null });
            }
        }

        return state;
    }

    private static DateTimeOffset? Until(SiteStepping step, SiteEvent.LoanGiven given)
    {
        if (given.Booking is not { } id)
        {
            return SiteHours.NextClosing(step.Site, step.Now.Wall);
        }

        foreach (var booking in step.State.Policy.BookingsOf(given.Holder))
        {
            if (booking.Id == id)
            {
                return booking.End;
            }
        }

        return null;
    }

    private static void ChangeKnown(SiteStepping step, Instruction what, LoanBadgeId badge, HolderRef? by, LoanStatus status)
    {
        var loan = step.State.Loans.GetValueOrDefault(badge);
        if (InstructionRule.Takes(step, what, by, loan is not null && loan.Status != status, badge: badge) && loan is not null)
        {
            Change(step, badge, loan with { Status = status });
        }
    }

    private static void Change(SiteStepping step, LoanBadgeId badge, Loan loan)
    {
        step.State = With(step.State, badge, loan.Status == LoanStatus.Returned ? null : loan);
        step.Record(new JournalFact.LoanChanged(badge, loan.Status, loan.Until) { Who = loan.Holder is { } holder ? new(holder, loan.Booking) : null });
    }

    private static SiteState With(SiteState state, LoanBadgeId badge, Loan? loan) =>
        state with { Loans = loan is null ? state.Loans.Remove(badge) : state.Loans.SetItem(badge, loan) };
}
