namespace EdgeNode.Hardware;

/// <summary>The lines of a Wiegand reader.</summary>
/// <param name="D0">Data 0: a falling edge is a 0.</param>
/// <param name="D1">Data 1: a falling edge is a 1.</param>
/// <param name="Led">Light, high while on; null = not wired.</param>
/// <param name="Buzzer">Buzzer, high while on; null = not wired.</param>
public sealed record WiegandPins(int D0, int D1, int? Led, int? Buzzer);
