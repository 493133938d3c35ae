using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>The output that moves a door's lock.</summary>
/// <param name="Door">The door.</param>
/// <param name="Chip">Pin chip; a label, or <see cref="GpioChips.Header"/>.</param>
/// <param name="Pin">Line number.</param>
/// <param name="ActiveHigh">Whether a high line closes the relay, so that the lock is powered.</param>
/// <param name="Wiring">What the lock does without power.</param>
public sealed record StrikeSettings(DoorId Door, string Chip, int Pin, bool ActiveHigh, StrikeWiring Wiring)
{
    /// <summary>The line as its driver wants it.</summary>
    public StrikePin Line => new(Pin, ActiveHigh, Wiring == StrikeWiring.FailSecure);
}
