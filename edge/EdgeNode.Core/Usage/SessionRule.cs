namespace EdgeNode.Core;

/// <summary>
/// Usage sessions: opened by the first passage in, closed by a passage out to the street (measured), or without one at the end
/// of the booking or the closing time (estimated). Staff have none.
/// </summary>
internal static class SessionRule
{
    public static void PassedThrough(SiteStepping step, Door door, Passage passage)
    {
        step.State = Seen(step.State, passage.Holder.Ref, step.Now.Wall);
        if (passage.Direction == Direction.In)
        {
            Enter(step, passage);
        }
        else if (door.From == AreaId.Outside && Find(step.State, passage.Holder.Ref) is { } session)
        {
            if (session.Resource is { } resource)
            {
                VacateRule.Left(step, resource);
            }

            Close(step, session, step.Now.Wall, SessionEvidence.ExitTap);
        }
    }

    /// <summary>Closes every session whose end was not seen.</summary>
    public static void PassTime(SiteStepping step)
    {
        foreach (var session in step.State.Sessions.Values)
        {
            if (step.Now.Wall >= DueAt(step.State, session))
            {
                Close(step, session, session.MustEndBy, Missing(step.Site, session));
            }
        }
    }

    public static Deadline? NextDeadline(SiteState state, Moment now)
    {
        Deadline? next = null;
        foreach (var session in state.Sessions.Values)
        {
            var due = now.DeadlineAt(DueAt(state, session), "a session without an exit");
            next = Deadline.Earlier(next, due);
        }

        return next;
    }

    // Whoever booked may still go in and out for a while after the end.
    private static DateTimeOffset DueAt(SiteState state, OpenSession session) =>
        session.MustEndBy + (session.Resource is { } resource ? state.Policy.Plan.TimesOf(resource) : state.Definition.Rules.Booking).LateEntry;

    private static void Enter(SiteStepping step, Passage passage)
    {
        if (passage.Booking is { } booking)
        {
            BookingRule.Arrived(step, booking, Evidence.Tap);
            VacateRule.Arrived(step, booking);
        }

        if (passage.Holder.Class != HolderClass.Staff && Find(step.State, passage.Holder.Ref) is null)
        {
            Open(step, passage);
        }
    }

    private static void Open(SiteStepping step, Passage passage)
    {
        var session = new OpenSession(
            step.State.LastSession + 1,
            passage.Holder.Ref,
            passage.Holder.Home,
            passage.Booking?.Id,
            passage.Booking?.Resource,
            step.Now.Wall,
            MustEndBy(step, passage.Booking),
            SessionEvidence.EntryTap);
        step.State = step.State with
        {
            LastSession = session.Number,
            Sessions = step.State.Sessions.Add(session.Number, session),
        };
        step.Record(new JournalFact.SessionOpened(session.Number, session.Home, session.Resource, session.Start, session.MustEndBy)
        {
            Who = passage.Who,
        });
        PassRule.Begun(step, passage.Holder, session.Start);
    }

    // A booking entered in its grace after the end still ends at its end, so such a session has no length.
    private static DateTimeOffset MustEndBy(SiteStepping step, Booking? booking) =>
        booking?.End ?? Earlier(SiteHours.NextClosing(step.Site, step.Now.Wall), step.Now.Wall + step.Site.Rules.ForgottenExitAfter);

    // Why a session without an exit ends when it does.
    private static SessionEvidence Missing(SiteDefinition site, OpenSession session) =>
        session.Booking is not null ? SessionEvidence.BookingEnd
        : session.MustEndBy == SiteHours.NextClosing(site, session.Start) ? SessionEvidence.ClosingTime
        : SessionEvidence.LastSeen;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;

    private static void Close(SiteStepping step, OpenSession session, DateTimeOffset end, SessionEvidence last)
    {
        var evidence = session.Evidence | last;
        var notBeforeStart = end > session.Start ? end : session.Start;
        var closed = new JournalFact.SessionClosed(session.Number, session.Home, session.Resource, session.Start, notBeforeStart, SessionClasses.ClassOf(evidence))
        {
            Evidence = evidence,
            Who = new(session.Holder, session.Booking),
        };
        step.State = PassRule.Ended(step.State with { Sessions = step.State.Sessions.Remove(session.Number) }, closed);
        step.Record(closed);
        SeatRule.Left(step, session);
    }

    /// <summary>A sign of a holder: a session that no booking ends goes on for a while.</summary>
    public static SiteState Seen(SiteState state, HolderRef holder, DateTimeOffset wall) => Find(state, holder) is not { Booking: null } session ? state
        : With(state, session with
        {
            MustEndBy = Earlier(SiteHours.NextClosing(state.Definition, session.Start), wall + state.Definition.Rules.ForgottenExitAfter),
        });

    /// <summary>Adds evidence to the session of a holder, if there is one.</summary>
    public static SiteState Mark(SiteState state, HolderRef holder, SessionEvidence evidence) =>
        Find(state, holder) is { } session ? With(state, session with { Evidence = session.Evidence | evidence }) : state;

    private static SiteState With(SiteState state, OpenSession session) => state with { Sessions = state.Sessions.SetItem(session.Number, session) };

    public static OpenSession? Find(SiteState state, HolderRef holder) =>
        state.Sessions.Values.FirstOrDefault(session => session.Holder == holder);
}
