using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>One tap to be decided, with what the site remembers that bears on it.</summary>
/// <param name="Presented">What was presented, and where.</param>
/// <param name="Released">Bookings released as no-show: they open nothing.</param>
/// <param name="Standing">The mode in which the door stands.</param>
/// <param name="JournalTakesRecords">False when neither the disk nor the buffer can take the record of this decision.</param>
public sealed record AccessRequest(
    Presented Presented,
    ImmutableHashSet<Slot> Released,
    DoorMode Standing,
    bool JournalTakesRecords)
{
    /// <summary>Too many wrong tries at this reader: every entry is refused for a while.</summary>
    public bool ReaderPaused { get; init; }

    /// <summary>Who was entitled at this access point moments ago; null = nobody.</summary>
    public CredentialHolder? Companion { get; init; }

    /// <summary>Where holders were last seen to go.</summary>
    public ImmutableDictionary<HolderRef, Whereabouts> Whereabouts { get; init; } = ImmutableDictionary<HolderRef, Whereabouts>.Empty;

    /// <summary>Wrong PINs by holder.</summary>
    public ImmutableDictionary<HolderRef, PinTries> PinTries { get; init; } = ImmutableDictionary<HolderRef, PinTries>.Empty;

    /// <summary>What was presented is the code of the day for people whose rights are missing; then the person it stands for, else null.</summary>
    public CredentialHolder? OutageGuest { get; init; }

    /// <summary>Bookings with any evidence of arrival: they let guests in who wait for their host.</summary>
    public ImmutableHashSet<Slot> CheckedIn { get; init; } = [];

    /// <summary>To whom the loan badge that was presented is handed out; null when it is none, or is handed out to nobody.</summary>
    public Loan? Loan { get; init; }

    /// <summary>The hours that the holder's employer prepaid are used up, as far as the site knows.</summary>
    public bool PrepaidUsedUp { get; init; }

    /// <summary>The door is not live: it has no valid safety sheet.</summary>
    public bool DoorNotAccepted { get; init; }

    /// <summary>As many people are in as may be, and one more is refused at the street.</summary>
    public bool SiteIsFull { get; init; }
}
