using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A door for the screen.</summary>
/// <param name="Id">The door.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Mode">Logical mode.</param>
/// <param name="ContactFitted">False: "no contact fitted" is its own state.</param>
/// <param name="Contact">Open, closed or unknown.</param>
/// <param name="Alarm">Alarm in force.</param>
/// <param name="ReaderUp">Whether all its readers answer.</param>
/// <param name="HostPrivate">Leads into a host-private area.</param>
public sealed record DoorView(
    DoorId Id,
    string Name,
    DoorMode Mode,
    bool ContactFitted,
    ContactState Contact,
    DoorAlarm Alarm,
    bool ReaderUp,
    bool HostPrivate)
{
    /// <summary>The fire alarm's wiring has released it, whatever its mode.</summary>
    public bool Evacuating { get; init; }

    /// <summary>What its safety sheet says.</summary>
    public DoorAcceptance Acceptance { get; init; }
    /// <summary>Its wires that are not well.</summary>
    public ImmutableArray<(DoorWire Wire, WireCondition Condition)> Wires { get; init; } = [];

    /// <summary>What any of its readers tells of itself.</summary>
    public ReaderTrouble ReaderTrouble { get; init; }
}
