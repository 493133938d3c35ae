namespace EdgeNode.Hardware.Simulated;

/// <summary>One change of an output line.</summary>
/// <param name="Uptime">When.</param>
/// <param name="Pin">Line number.</param>
/// <param name="High">The level from then on.</param>
public readonly record struct OutputChange(TimeSpan Uptime, int Pin, bool High);
