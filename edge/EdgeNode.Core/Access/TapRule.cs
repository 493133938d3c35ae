namespace EdgeNode.Core;

/// <summary>A tap: fresh enough, decided by the policy, carried out by the door.</summary>
internal static class TapRule
{
    public static void Take(SiteStepping step, SiteEvent.IdentifierPresented tap)
    {
        if (!IsFresh(step, tap.AccessPoint, tap.ReadAt))
        {
            return;
        }

        if (step.State.Policy.Plan.FindTagged(tap.AccessPoint) is { } desk)
        {
            TapTag(step, desk, tap);
        }
        else if (ReaderRule.Of(step, tap.AccessPoint).Asked?.Presented.Token != tap.Token)
        {
            // A badge tapped twice goes on waiting for its PIN.
            ReaderRule.GiveUpPin(step, tap.AccessPoint);
            Decide(step, new(tap.AccessPoint, tap.Token, tap.Assurance, PinProved: false));
        }
    }

    public static void Take(SiteStepping step, SiteEvent.CodeEntered code)
    {
        if (!IsFresh(step, code.AccessPoint, code.EnteredAt))
        {
            return;
        }

        if (ReaderRule.Of(step, code.AccessPoint).Asked is { } asked)
        {
            PinRule.Verify(step, asked, code);
        }
        else
        {
            Decide(step, new(code.AccessPoint, code.Token, Assurance.Keypad, PinProved: false));
        }
    }

    private static void TapTag(SiteStepping step, Desk desk, SiteEvent.IdentifierPresented tap)
    {
        var kept = LoanRule.Credential(step.State, tap.Token) is { Enabled: true } credential && VacateRule.Tagged(step, desk.Id, credential.Holder);
        step.Signal(tap.AccessPoint, kept ? ReaderSignal.Granted : ReaderSignal.Denied);
    }

    public static void Reject(SiteStepping step, SiteEvent.ReadFaulty read)
    {
        step.Record(new JournalFact.ReadRejected(read.AccessPoint, read.Fault));
        step.Signal(read.AccessPoint, ReaderSignal.Denied);
    }

    public static void ChangeLink(SiteStepping step, SiteEvent.ReaderLinkChanged link)
    {
        var down = link.Up ? step.State.ReadersDown.Remove(link.AccessPoint) : step.State.ReadersDown.Add(link.AccessPoint);
        if (down.Count != step.State.ReadersDown.Count)
        {
            step.State = step.State with { ReadersDown = down };
            step.Record(new JournalFact.ReaderLink(link.AccessPoint, link.Up));
        }
    }

    /// <summary>Decides what was presented and does what the decision says.</summary>
    public static void Decide(SiteStepping step, Presented presented)
    {
        switch (WalkInRule.Decide(step, Request(step.State, presented, step.Now)))
        {
            case Decision.Granted granted when step.State.Policy.Plan.FindAccessPoint(presented.AccessPoint) is { } point:
                Grant(step, point, granted);
                CompanionRule.Entered(step, presented, point, granted.Holder);
                break;
            case Decision.NeedsPin needs:
                PinRule.Ask(step, presented, needs.Holder);
                break;
            case Decision.NeedsCompanion needs:
                CompanionRule.Wait(step, presented, needs.Holder);
                break;
            case Decision.Denied denied:
                Deny(step, presented.AccessPoint, denied);
                break;
        }
    }

    /// <summary>What a decision is made from.</summary>
    public static AccessRequest Request(SiteState state, Presented presented, Moment now)
    {
        var reader = state.Readers.GetValueOrDefault(presented.AccessPoint, ReaderState.Idle);
        var door = state.Policy.Plan.FindAccessPoint(presented.AccessPoint) is { } point ? state.Doors[point.Door] : DoorState.Initial;
        return new(presented, state.Released, door.Standing, state.JournalTakesRecords)
        {
            DoorNotAccepted = !door.IsLive,
            CheckedIn = state.CheckedIn,
            Loan = LoanRule.Of(state, presented.Token),
            PrepaidUsedUp = PassRule.IsUsedUp(state, presented.Token, now),
            SiteIsFull = CapacityRule.Refuses(state, presented.Token),
            ReaderPaused = reader.PausedUntil > now.Uptime,
            Companion = reader.Last is { } last && last.Until > now.Uptime ? last.Holder : null,
            Whereabouts = state.Whereabouts,
            PinTries = state.PinTries,
            OutageGuest = OutageGuest(state, presented, now),
        };
    }

    /// <summary>Lets somebody in.</summary>
    public static void Grant(SiteStepping step, AccessPoint point, Decision.Granted granted)
    {
        var passage = new Passage(point.Id, point.Direction, granted.Holder, granted.Booking) { Standing = granted.Basis == GrantBasis.AccessProfile };
        step.Record(new JournalFact.AccessGranted(point.Id, point.Door, granted.Basis, step.State.Policy.Version) { Who = passage.Who });
        ExtendRule.Tapped(step, point.Id, granted.Booking);
        if (granted.PassedBack)
        {
            step.Record(new JournalFact.PassedBack(point.Id) { Who = passage.Who });
        }

        if (granted.Basis == GrantBasis.OutageCode)
        {
            step.State = step.State with { OutageGuests = step.State.OutageGuests + 1 };
        }

        DoorRule.Take(step, point.Door, new DoorInput.Grant(passage, granted.Holder.ExtendedTime));
        step.Signal(point.Id, ReaderSignal.Granted);
    }

    /// <summary>Refuses somebody; one refusal looks like any other.</summary>
    public static void Deny(SiteStepping step, AccessPointId accessPoint, Decision.Denied denied)
    {
        step.Record(new JournalFact.AccessDenied(accessPoint, denied.Reason, denied.All, denied.OpensAt, step.State.Policy.Version)
        {
            Who = denied.Holder is { } holder ? new(holder.Ref, null) : null,
        });
        step.Signal(accessPoint, ReaderSignal.Denied);
        if (denied.Reason is DenyReason.CredentialNotFound or DenyReason.PinWrong)
        {
            ReaderRule.Guessed(step, accessPoint);
        }
    }

    /// <summary>The person that a code of the day stands for.</summary>
    public static CredentialHolder OutageGuest(SiteState state, HolderRef name) => new(name, HolderClass.Guest, state.Definition.Id, [], null, ExtendedTime: false);

    private static bool IsFresh(SiteStepping step, AccessPointId accessPoint, TimeSpan readAt)
    {
        var age = step.Now.Uptime - readAt;
        var dropped = age > step.Site.Rules.ReadLifetime || age < TimeSpan.Zero ? DropReason.Stale
            : step.State.ReadersDown.Contains(accessPoint) ? DropReason.LinkDown
            : (DropReason?)null;
        if (dropped is { } reason)
        {
            step.Record(new JournalFact.ReadDropped(accessPoint, reason));
        }

        return dropped is null;
    }

    // The person behind the code is known to nobody; the journal numbers them, so that each use can be billed to somebody later.
    private static CredentialHolder? OutageGuest(SiteState state, Presented presented, Moment now) =>
        state.OutageCode is { } code && code.Token == presented.Token && code.Day == state.Definition.TimeZone.LocalDay(now.Wall)
            ? OutageGuest(state, new($"outage-{state.OutageGuests + 1}"))
            : null;
}
