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
    OnJournalFailure OnJournalFailure);
