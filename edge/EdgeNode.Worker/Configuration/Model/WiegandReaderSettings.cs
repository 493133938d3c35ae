using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>A Wiegand reader on pins.</summary>
/// <param name="AccessPoint">The access point at which it hangs.</param>
/// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
/// <param name="D0">Line of data 0.</param>
/// <param name="D1">Line of data 1.</param>
/// <param name="Led">Line of the light; null = not wired.</param>
/// <param name="Buzzer">Line of the buzzer; null = not wired.</param>
/// <param name="Formats">Card formats that it may send.</param>
public sealed record WiegandReaderSettings(
    AccessPointId AccessPoint, string Chip, int D0, int D1, int? Led, int? Buzzer, ImmutableArray<string> Formats);
