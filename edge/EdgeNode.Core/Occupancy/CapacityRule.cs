namespace EdgeNode.Core;

/// <summary>How many people may be in, by the fire limit and by desks and rooms, and how many guests when the host's own staff need desks.</summary>
internal static class CapacityRule
{
    /// <summary>Says once that the limit is reached.</summary>
    public static void PassTime(SiteStepping step)
    {
        var full = IsFull(step.State);
        if (full && !step.State.IsFullTold && Limit(step.Site) is { } limit)
        {
            step.Record(new JournalFact.CapacityReached(limit));
        }

        step.State = step.State.IsFullTold == full ? step.State : step.State with { IsFullTold = full };
    }

    /// <summary>Whether a tap from the street is refused because the site is full; never for who is inside already.</summary>
    public static bool Refuses(SiteState state, CredentialToken token) =>
        state.Definition.Rules.AtLimit == AtLimit.Refuse
        && IsFull(state)
        && !(LoanRule.Credential(state, token) is { } credential && state.Presence.Inside.ContainsKey(credential.Holder));

    /// <summary>Desks that guests may not be given, since more staff are in than the host has desks of its own; those that they sit at already are taken anyway.</summary>
    public static int KeptForStaff(SiteState state)
    {
        if (state.Definition.Rules.StaffDesks is not { } own)
        {
            return 0;
        }

        var staff = state.Presence.Inside.Keys.Count(holder => state.Policy.FindHolder(holder) is { Class: HolderClass.Staff });
        var seated = state.Desks.Count(desk => desk.Value.Occupancy == DeskOccupancy.Occupied
            && !state.Sessions.Values.Any(session => session.Resource == desk.Key));
        return Math.Max(staff - own - seated, 0);
    }

    private static bool IsFull(SiteState state) => Limit(state.Definition) is { } limit && HeadCount.Of(state).Likely >= limit;

    // A room whose seats nobody has counted may hold any number: then only the fire limit is known.
    private static int? Limit(SiteDefinition site)
    {
        var places = site.Rooms.IsEmpty || site.Rooms.Any(room => room.Seats is null) ? null : site.Desks.Length + site.Rooms.Sum(room => room.Seats);
        return places < site.Rules.MaxPeople ? places : site.Rules.MaxPeople ?? places;
    }
}
