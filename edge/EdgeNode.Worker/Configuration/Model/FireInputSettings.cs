namespace EdgeNode.Worker;

/// <summary>The contact of the fire alarm.</summary>
/// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
/// <param name="Pin">Line number.</param>
/// <param name="ActiveHigh">Whether the line is high during an alarm: a contact to ground that opens, so that a cut wire is an alarm too.</param>
public sealed record FireInputSettings(string Chip, int Pin, bool ActiveHigh);
