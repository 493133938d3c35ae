namespace EdgeNode.Hardware;

/// <summary>One measurement of a time-of-flight chip.</summary>
/// <param name="Status">Whether it is to be believed.</param>
/// <param name="Millimetres">The distance; without meaning unless the status is valid.</param>
public readonly record struct Ranging(RangeStatus Status, int Millimetres);
