using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>A reader at an access point. Closed set.</summary>
public abstract record ReaderSettings
{
    private ReaderSettings(AccessPointId accessPoint) => AccessPoint = accessPoint;

    /// <summary>The access point at which it hangs.</summary>
    public AccessPointId AccessPoint { get; }

    /// <summary>A Wiegand reader on pins.</summary>
    /// <param name="AccessPoint">The access point.</param>
    /// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
    /// <param name="D0">Line of data 0.</param>
    /// <param name="D1">Line of data 1.</param>
    /// <param name="Led">Line of the light; null = not wired.</param>
    /// <param name="Buzzer">Line of the buzzer; null = not wired.</param>
    /// <param name="Formats">Card formats that it may send.</param>
    public sealed record Wiegand(AccessPointId AccessPoint, string Chip, int D0, int D1, int? Led, int? Buzzer, ImmutableArray<string> Formats)
        : ReaderSettings(AccessPoint);

    /// <summary>An OSDP reader on a bus.</summary>
    /// <param name="AccessPoint">The access point.</param>
    /// <param name="Port">Path of the bus's serial port.</param>
    /// <param name="Baud">Bits per second of the bus.</param>
    /// <param name="Address">Its address on the bus.</param>
    /// <param name="Secure">Whether only a secure channel will do.</param>
    public sealed record Osdp(AccessPointId AccessPoint, string Port, int Baud, int Address, bool Secure) : ReaderSettings(AccessPoint);

    /// <summary>A USB reader behind the PC/SC daemon.</summary>
    /// <param name="AccessPoint">The access point.</param>
    /// <param name="Name">Part of the reader's name; null = the first there is.</param>
    public sealed record Pcsc(AccessPointId AccessPoint, string? Name) : ReaderSettings(AccessPoint);

    /// <summary>An NFC chip at the node's own wires.</summary>
    /// <param name="AccessPoint">The access point.</param>
    /// <param name="Kind">The chip.</param>
    /// <param name="Wire">How it hangs there.</param>
    /// <param name="Chip">Pin chip of light and buzzer.</param>
    /// <param name="Led">Line of a light; null = not wired.</param>
    /// <param name="Buzzer">Line of a buzzer; null = not wired.</param>
    public sealed record Nfc(AccessPointId AccessPoint, NfcKind Kind, NfcWire Wire, string Chip, int? Led, int? Buzzer) : ReaderSettings(AccessPoint);
}
