using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>
/// Unlock hours of one door, decision 47: they act once when they begin and once when they end; some wait for the first person who comes
/// in by a standing right. While the clock is not to be believed no hours have come; those that a lock-down outlasts end with it.
/// </summary>
internal sealed class ReferenceUnlock(PolicySchedule hours, bool firstPersonIn, ReferenceDoor door)
{
    private DateTimeOffset? _acted;

    private bool IsLockedDown => door.Mode is "LockedDown" or "LockedOpen";

    public void PassTime(Moment now)
    {
        if (Begun(now) is { } begun)
        {
            if (!firstPersonIn)
            {
                UnlockOnce(begun, now);
            }
        }
        else if (_acted is not null && !IsLockedDown)
        {
            // An unsure clock locks what stands open, and does not know whether the hours are over.
            var wasUnlocked = door.Mode == "Unlocked";
            _acted = wasUnlocked || now.Trust != ClockTrust.Untrusted ? null : _acted;
            if (wasUnlocked)
            {
                door.Command("Lock", "", now.Uptime);
            }
        }
    }

    /// <summary>Somebody came in who may always.</summary>
    public void ComeIn(Moment now)
    {
        if (firstPersonIn && Begun(now) is { } begun)
        {
            UnlockOnce(begun, now);
        }
    }

    /// <summary>When hours begin or end next, wall time.</summary>
    public DateTimeOffset NextDue(Moment now) =>
        now.Trust != ClockTrust.Untrusted && ReferenceSchedule.NextEdge(hours, [], ReferenceClock.Local(now.Wall)) is { } edge ? Instant(edge) : DateTimeOffset.MaxValue;

    /// <summary>One record of the journal, before the door remembers it.</summary>
    public void Remember(JournalEntry entry)
    {
        if (entry.At.Trust != ClockTrust.Untrusted && Begun(entry.At) is null && !IsLockedDown && door.Mode != "Unlocked")
        {
            _acted = null;
        }

        if (entry.Fact is JournalFact.DoorCommanded { Source: CommandSource.Schedule } command && command.Door == door.Id)
        {
            _acted = command.Command == DoorCommand.Unlock ? entry.At.Wall : null;
        }
    }

    private void UnlockOnce(DateTimeOffset begun, Moment now)
    {
        if (_acted is null || _acted < begun)
        {
            _acted = now.Wall;
            door.Command("Unlock", "", now.Uptime);
        }
    }

    private DateTimeOffset? Begun(Moment now) =>
        now.Trust != ClockTrust.Untrusted && ReferenceSchedule.OpenSince(hours, [], ReferenceClock.Local(now.Wall)) is { } since ? Instant(since) : null;

    private static DateTimeOffset Instant(DateTime local) => ReferenceClock.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
}
