using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>What counts at a tap beside the policy: the door's mode, the journal, bookings released as no-show, wrong tries, who is inside.</summary>
internal sealed record ReferenceStanding(
    bool DoorTakesAccess, bool JournalTakesRecords, IReadOnlySet<string> Released, bool ReaderPaused, Func<string, Door, string?> PassesBack);
