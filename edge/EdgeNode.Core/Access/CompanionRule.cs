namespace EdgeNode.Core;

/// <summary>People who must come two together: at a door for two, or with an escort.</summary>
internal static class CompanionRule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Remembers somebody who needs another, and lets in nobody yet.</summary>
    public static void Wait(SiteStepping step, Presented presented, CredentialHolder holder)
    {
        GiveUpUnless(step, presented.AccessPoint, holder.Ref);
        Remember(step, presented, holder, waiting: true);
        step.Signal(presented.AccessPoint, ReaderSignal.Wait);
    }

    /// <summary>Somebody was let in: whoever waited for a second one comes along, and for a moment others may.</summary>
    public static void Entered(SiteStepping step, Presented presented, AccessPoint point, CredentialHolder holder)
    {
        var last = ReaderRule.Of(step, point.Id).Last;
        if (point.Direction == Direction.Out || !Matters(step, point))
        {
            return;
        }

        Remember(step, presented, holder, waiting: false);
        if (last is { Waiting: true } && last.Holder.Ref != holder.Ref && last.Until > step.Now.Uptime)
        {
            // Decided anew, with the second one there: what has changed meanwhile counts.
            TapRule.Decide(step, last.Presented);
        }
    }

    public static void GiveUp(SiteStepping step, AccessPointId accessPoint) => GiveUpUnless(step, accessPoint, null);

    private static bool Matters(SiteStepping step, AccessPoint point) =>
        step.State.Policy.HasEscorted || step.State.Policy.Plan.FindDoor(point.Door)?.TwoPerson == true;

    private static void Remember(SiteStepping step, Presented presented, CredentialHolder holder, bool waiting)
    {
        var reader = ReaderRule.Of(step, presented.AccessPoint);
        ReaderRule.Set(step, presented.AccessPoint, reader with { Last = new(presented, holder, step.Now.Uptime + Patience, waiting) });
    }

    private static void GiveUpUnless(SiteStepping step, AccessPointId accessPoint, HolderRef? holder)
    {
        var reader = ReaderRule.Of(step, accessPoint);
        ReaderRule.Set(step, accessPoint, reader with { Last = null });
        if (reader.Last is { Waiting: true } last && last.Holder.Ref != holder)
        {
            TapRule.Deny(step, accessPoint, new(DenyReason.NoCompanion, [DenyReason.NoCompanion], last.Holder, null));
        }
    }
}
