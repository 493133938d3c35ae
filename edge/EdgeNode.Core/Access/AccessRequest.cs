using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>One tap to be decided.</summary>
/// <param name="AccessPoint">Where.</param>
/// <param name="Token">What was presented.</param>
/// <param name="Released">Bookings released as no-show: they open nothing.</param>
/// <param name="Standing">The mode in which the door stands.</param>
/// <param name="JournalTakesRecords">False when neither the disk nor the buffer can take the record of this decision.</param>
public sealed record AccessRequest(
    AccessPointId AccessPoint,
    CredentialToken Token,
    ImmutableHashSet<Slot> Released,
    DoorMode Standing,
    bool JournalTakesRecords)
{
    /// <summary>Bookings with any evidence of arrival: they let guests in who wait for their host.</summary>
    public ImmutableHashSet<Slot> CheckedIn { get; init; } = [];

    /// <summary>As many people are in as may be, and one more is refused at the street.</summary>
    public bool SiteIsFull { get; init; }
}
