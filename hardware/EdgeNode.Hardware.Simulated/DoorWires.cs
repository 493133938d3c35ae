namespace EdgeNode.Hardware.Simulated;

/// <summary>The lines of a virtual door.</summary>
/// <param name="Strike">Output to the lock.</param>
/// <param name="ReleasedHigh">Level at which the lock lets go.</param>
/// <param name="ReleasedWithoutPower">Whether the lock lets go while nobody drives the line (fail-safe).</param>
/// <param name="Contact">Input from the contact; null = none fitted.</param>
/// <param name="ContactClosedWhenShut">The contact pulls the line low while the door is shut.</param>
/// <param name="Exit">Input from the button; null = none fitted.</param>
/// <param name="ExitActiveHigh">Level while pressed.</param>
public sealed record DoorWires(
    int Strike, bool ReleasedHigh, bool ReleasedWithoutPower, int? Contact, bool ContactClosedWhenShut, int? Exit, bool ExitActiveHigh);
