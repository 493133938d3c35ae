namespace EdgeNode.Core;

/// <summary>What a named person tells the site by hand: journalled with who said it, and taken only when the site knows what it is about.</summary>
internal static class InstructionRule
{
    /// <summary>Forgets where somebody, or everybody, was last seen to go.</summary>
    public static void Take(SiteStepping step, SiteEvent.PassbackForgiven forgiven)
    {
        var isKnown = forgiven.Holder is not { } one || step.State.Policy.FindHolder(one) is not null;
        if (Takes(step, Instruction.PassbackForgiven, forgiven.By, isKnown))
        {
            step.State = SiteMemory.Forgive(step.State, forgiven.Holder);
            step.Record(new JournalFact.PassbackForgiven { Who = forgiven.Holder is { } holder ? new(holder, null) : null });
        }
    }

    /// <summary>Checks in whoever booked a desk or room.</summary>
    public static void Take(SiteStepping step, SiteEvent.ArrivalConfirmed confirmed)
    {
        if (Takes(step, Instruction.ArrivalConfirmed, confirmed.By, BookingRule.IsAwaited(step, confirmed.Resource), confirmed.Resource))
        {
            BookingRule.Confirm(step, confirmed.Resource);
        }
    }

    /// <summary>Journals what somebody said, and whether it is taken.</summary>
    public static bool Takes(SiteStepping step, Instruction what, HolderRef? by, bool isKnown, ResourceId? resource = null, LoanBadgeId? badge = null)
    {
        var taken = by is not null && isKnown;
        step.Record(new JournalFact.Instructed(what, taken) { Resource = resource, Badge = badge, Who = by is { } who ? new(who, null) : null });
        return taken;
    }
}
