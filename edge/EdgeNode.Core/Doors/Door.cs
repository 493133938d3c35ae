namespace EdgeNode.Core;

/// <summary>A door with its timings and its rules for trouble.</summary>
/// <param name="Id">The door.</param>
/// <param name="Name">Name for people.</param>
/// <param name="From">The area before it.</param>
/// <param name="To">The area behind it.</param>
/// <param name="ContactFitted">Whether a door contact tells open from closed; without one nothing is "closed".</param>
/// <param name="Timings">Release and open times.</param>
/// <param name="UntrustedClock">Rule while the wall clock is untrusted.</param>
/// <param name="OnJournalFailure">Rule while no record can be kept.</param>
public sealed record Door(
    DoorId Id,
    string Name,
    AreaId From,
    AreaId To,
    bool ContactFitted,
    DoorTimings Timings,
    UntrustedClock UntrustedClock,
    OnJournalFailure OnJournalFailure)
{
    /// <summary>Hours in which it stands unlocked; null = never.</summary>
    public Schedule? UnlockHours { get; init; }

    /// <summary>Unlocks in its hours only once somebody with a standing right has come in.</summary>
    public bool FirstPersonIn { get; init; }

    /// <summary>Hours in which an entry asks for the PIN as well; null = never.</summary>
    public Schedule? PinHours { get; init; }

    /// <summary>The least sure credential that it takes.</summary>
    public Assurance LeastAssurance { get; init; }

    /// <summary>Opens only for two who come together.</summary>
    public bool TwoPerson { get; init; }

    /// <summary>Takes the code of the day of people whose rights are missing.</summary>
    public bool TakesOutageCode { get; init; }
}
