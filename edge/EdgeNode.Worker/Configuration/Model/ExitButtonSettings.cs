using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>A request-to-exit button between a pin and ground.</summary>
/// <param name="Door">The door.</param>
/// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
/// <param name="Pin">Line number.</param>
/// <param name="ActiveHigh">Whether the line is high while pressed; false for a button to ground.</param>
public sealed record ExitButtonSettings(DoorId Door, string Chip, int Pin, bool ActiveHigh);
