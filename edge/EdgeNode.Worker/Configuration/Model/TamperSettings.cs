using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>The loop through the housings of a door's lock and readers, closed while all are shut, between a pin and ground.</summary>
/// <param name="Door">The door.</param>
/// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
/// <param name="Pin">Line number.</param>
public sealed record TamperSettings(DoorId Door, string Chip, int Pin);
