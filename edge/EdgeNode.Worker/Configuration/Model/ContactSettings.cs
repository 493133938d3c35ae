using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>The input that tells an open door from a shut one.</summary>
/// <param name="Door">The door.</param>
/// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
/// <param name="Pin">Line number.</param>
/// <param name="Normally">State of the contact while the door is shut.</param>
public sealed record ContactSettings(DoorId Door, string Chip, int Pin, ContactRest Normally);
