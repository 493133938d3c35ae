using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Who was seen to come in and not to go out, and how many came or went unseen. A fold over the journal, so that a restart counts on.</summary>
public sealed record Presence
{
    // Nobody stays longer; who was here yesterday went home by the button.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Nobody.</summary>
    public static readonly Presence Nobody = new();

    /// <summary>Everybody seen to come in and not to go out, staff too, with the time of the last passage in.</summary>
    public ImmutableDictionary<HolderRef, DateTimeOffset> Inside { get; init; } = ImmutableDictionary<HolderRef, DateTimeOffset>.Empty;

    /// <summary>How often somebody went out by the button; never more than are inside.</summary>
    public int LeftUnseen { get; init; }

    /// <summary>How often a second person may have come in on one tap.</summary>
    public int CameUnseen { get; init; }

    /// <summary>The presence after one more record.</summary>
    internal Presence Follow(JournalFact fact, DateTimeOffset wall, SiteDefinition site) => fact switch
    {
        JournalFact.AccessTaken { Direction: Direction.In, Who: { } who } => this with { Inside = Inside.SetItem(who.Holder, wall) },
        JournalFact.AccessTaken { Direction: Direction.Out, Who: { } who } taken when IsStreet(taken.Door, site) => Without(who.Holder),
        JournalFact.ExitRequested asked when IsStreet(asked.Door, site) && LeftUnseen < Inside.Count => this with { LeftUnseen = LeftUnseen + 1 },
        JournalFact.PossiblyTwo two when IsStreet(two.Door, site) => this with { CameUnseen = CameUnseen + 1 },
        JournalFact.SessionClosed { Who: { } who } closed when !closed.Evidence.HasFlag(SessionEvidence.ExitTap) && Inside.ContainsKey(who.Holder) =>
            (this with { LeftUnseen = Math.Max(LeftUnseen - 1, 0) }).Without(who.Holder),
        JournalFact.JournalRestored => Nobody,
        JournalFact.DayClosed => Nobody with { Inside = Inside.RemoveRange(Inside.Where(one => wall - one.Value > Longest).Select(one => one.Key)) },
        _ => this,
    };

    private Presence Without(HolderRef holder)
    {
        var inside = Inside.Remove(holder);
        return this with { Inside = inside, LeftUnseen = Math.Min(LeftUnseen, inside.Count), CameUnseen = inside.IsEmpty ? 0 : CameUnseen };
    }

    private static bool IsStreet(DoorId id, SiteDefinition site) => site.Doors.Any(door => door.Id == id && door.From == AreaId.Outside);
}
