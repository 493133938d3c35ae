namespace EdgeNode.Core;

/// <summary>A tap: fresh enough, decided by the policy, carried out by the door.</summary>
internal static class TapRule
{
    public static void Take(SiteStepping step, SiteEvent.IdentifierPresented tap)
    {
        var age = step.Now.Uptime - tap.ReadAt;
        if (age > step.Site.Rules.ReadLifetime || age < TimeSpan.Zero)
        {
            step.Record(new JournalFact.ReadDropped(tap.AccessPoint, DropReason.Stale));
        }
        else if (step.State.ReadersDown.Contains(tap.AccessPoint))
        {
            step.Record(new JournalFact.ReadDropped(tap.AccessPoint, DropReason.LinkDown));
        }
        else if (step.State.Policy.Plan.FindAccessPoint(tap.AccessPoint) is null && FindTag(step, tap.AccessPoint) is { } desk)
        {
            TapTag(step, desk, tap);
        }
        else
        {
            Decide(step, tap);
        }
    }

    private static Desk? FindTag(SiteStepping step, AccessPointId reader) => step.Site.Desks.FirstOrDefault(desk => desk.Tag == reader);

    private static void TapTag(SiteStepping step, Desk desk, SiteEvent.IdentifierPresented tap)
    {
        var kept = step.State.Policy.FindCredential(tap.Token) is { Enabled: true } credential && VacateRule.Tagged(step, desk.Id, credential.Holder);
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

    private static void Decide(SiteStepping step, SiteEvent.IdentifierPresented tap)
    {
        var policy = step.State.Policy;
        var request = new AccessRequest(tap.AccessPoint, tap.Token, step.State.Released, Standing(step, tap.AccessPoint), step.State.JournalTakesRecords)
        {
            CheckedIn = step.State.CheckedIn,
            SiteIsFull = CapacityRule.Refuses(step.State, tap.Token),
        };
        var decision = WalkInRule.Offer(step, request, AccessDecider.Decide(policy, request, step.Now));
        switch (decision)
        {
            case Decision.Granted granted when policy.Plan.FindAccessPoint(tap.AccessPoint) is { } point:
                Grant(step, point, granted);
                break;
            case Decision.Denied denied:
                step.Record(new JournalFact.AccessDenied(tap.AccessPoint, denied.Reason, denied.All, denied.OpensAt, policy.Version)
                {
                    Who = denied.Holder is { } holder ? new(holder.Ref, null) : null,
                });
                step.Signal(tap.AccessPoint, ReaderSignal.Denied);
                break;
        }
    }

    private static DoorMode Standing(SiteStepping step, AccessPointId accessPoint) =>
        step.State.Policy.Plan.FindAccessPoint(accessPoint) is { } point ? step.State.Doors[point.Door].Standing : DoorMode.Locked;

    private static void Grant(SiteStepping step, AccessPoint point, Decision.Granted granted)
    {
        var passage = new Passage(point.Id, point.Direction, granted.Holder, granted.Booking);
        step.Record(new JournalFact.AccessGranted(point.Id, point.Door, granted.Basis, step.State.Policy.Version) { Who = passage.Who });
        ExtendRule.Tapped(step, point.Id, granted.Booking);
        DoorRule.Take(step, point.Door, new DoorInput.Grant(passage, granted.Holder.ExtendedTime));
        step.Signal(point.Id, ReaderSignal.Granted);
    }
}
