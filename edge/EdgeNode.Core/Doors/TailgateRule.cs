using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A hint without a camera: a door that stands open for long on one tap, or is opened again at once, may have let in two.</summary>
internal static class TailgateRule
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>Looks at what one step did to a door.</summary>
    public static void Stepped(SiteStepping step, Door door, DoorState before, DoorState after, ImmutableArray<Passage> taken)
    {
        if (!taken.IsEmpty)
        {
            Begin(step, door, taken);
        }
        else if (before.Contact != after.Contact && step.State.Openings.TryGetValue(door.Id, out var opening))
        {
            Go(step, door, after.Contact, opening, isExplained: before.RelockAt is not null);
        }
    }

    private static void Begin(SiteStepping step, Door door, ImmutableArray<Passage> taken) => step.State = step.State with
    {
        Openings = door.ContactFitted && taken is [{ Direction: Direction.In } passage]
            ? step.State.Openings.SetItem(door.Id, new(passage.Who, step.Now.Uptime, null, passage.Holder.ExtendedTime))
            : step.State.Openings.Remove(door.Id),
    };

    private static void Go(SiteStepping step, Door door, ContactState contact, Opening opening, bool isExplained)
    {
        var tooLong = contact == ContactState.Closed && !opening.MayTakeLong && step.Now.Uptime - opening.OpenedAt >= step.Site.Rules.PossiblyTwoAfter;
        // Released by the button beside it, a door opens for who goes out.
        var again = !isExplained && contact == ContactState.Open && step.Now.Uptime - opening.ClosedAt <= Again;
        var isOver = tooLong || again || contact != ContactState.Closed;
        step.State = step.State with
        {
            Openings = isOver
                ? step.State.Openings.Remove(door.Id)
                : step.State.Openings.SetItem(door.Id, opening with { ClosedAt = step.Now.Uptime }),
        };
        if (tooLong || again)
        {
            step.State = SessionRule.Mark(step.State, opening.Who.Holder, SessionEvidence.PossiblyTwo);
            step.Record(new JournalFact.PossiblyTwo(door.Id) { Who = opening.Who });
        }
    }
}
