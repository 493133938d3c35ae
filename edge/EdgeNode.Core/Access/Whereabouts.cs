using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Where a holder was last seen to go, from passages alone; whoever leaves by the button or behind somebody else is not seen.</summary>
/// <param name="Area">The area entered last, or <see cref="AreaId.Outside"/>.</param>
/// <param name="At">When, wall time.</param>
/// <param name="Entered">The area entered last on a way in.</param>
/// <param name="EnteredAt">When, wall time.</param>
public sealed record Whereabouts(AreaId Area, DateTimeOffset At, AreaId Entered, DateTimeOffset EnteredAt)
{
    /// <summary>What is known after a passage.</summary>
    internal static ImmutableDictionary<HolderRef, Whereabouts> After(
        ImmutableDictionary<HolderRef, Whereabouts> known, HolderRef holder, Door door, Direction direction, DateTimeOffset wall)
    {
        if (direction == Direction.In)
        {
            return known.SetItem(holder, new(door.To, wall, door.To, wall));
        }

        return known.SetItem(holder, known.TryGetValue(holder, out var last) ? last with { Area = door.From, At = wall } : new(door.From, wall, door.From, DateTimeOffset.MinValue));
    }

    /// <summary>Whether an entry by a door would pass a badge back. What was seen before the last cut-off hour does not count: nobody stays "inside" for ever.</summary>
    internal static bool PassesBack(Whereabouts? last, Door door, AntiPassback rule, DateTimeOffset wall, DateTimeOffset cutOff) =>
        last is not null && rule.Kind switch
        {
            AntiPassbackKind.Soft or AntiPassbackKind.Hard => last.At >= cutOff && last.Area != door.From,
            AntiPassbackKind.Timed => last.Entered == door.To && last.EnteredAt <= wall && wall < last.EnteredAt + rule.Reentry,
            _ => false,
        };
}
