using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>A contact, exit button or tamper loop of a door with resistors at its end, at a converter.</summary>
/// <param name="Door">The door.</param>
/// <param name="Wire">Which of its wires.</param>
/// <param name="Converter">The converter.</param>
/// <param name="Channel">Its channel there.</param>
/// <param name="Normally">State of a contact while the door is shut; the others have only one.</param>
public sealed record SupervisedInputSettings(DoorId Door, DoorWire Wire, string Converter, int Channel, ContactRest Normally);
