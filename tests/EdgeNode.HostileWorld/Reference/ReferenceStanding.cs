using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>What counts at a tap beside the policy: the door's mode, the journal, bookings as they are kept here, wrong tries, who is inside.</summary>
internal sealed record ReferenceStanding(
    bool DoorTakesAccess, bool JournalTakesRecords, ReferenceBookings Bookings, bool ReaderPaused, Func<string, Door, string?> PassesBack);
