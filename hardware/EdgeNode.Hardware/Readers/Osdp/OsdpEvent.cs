namespace EdgeNode.Hardware;

/// <summary>What a link tells of its reader. Closed set.</summary>
public abstract record OsdpEvent
{
    private OsdpEvent()
    {
    }

    /// <summary>The reader answers, inside a secure channel where one is required.</summary>
    public sealed record Up : OsdpEvent;

    /// <summary>The reader is silent for 8 s, or lost its channel.</summary>
    public sealed record Down : OsdpEvent;

    /// <summary>A card.</summary>
    /// <param name="Bits">As read, 0 and 1, most significant first; redacted when printed.</param>
    /// <param name="Since">The reader was last asked then: the card was held up between then and now.</param>
    public sealed record Card(string Bits, TimeSpan Since) : OsdpEvent
    {
        /// <summary>Redacted: prints no card.</summary>
        public override string ToString() => $"card of {Bits.Length} bits";
    }

    /// <summary>Something that should have been a card and is none.</summary>
    public sealed record CardUnreadable : OsdpEvent;

    /// <summary>Keys that were pressed.</summary>
    /// <param name="Pressed">0 to 9, * and #; redacted when printed.</param>
    public sealed record Keys(string Pressed) : OsdpEvent
    {
        /// <summary>Redacted: prints no code.</summary>
        public override string ToString() => $"{Pressed.Length} keys";
    }

    /// <summary>State of the housing and of the supply, when it changes.</summary>
    public sealed record Local(bool Tampered, bool PowerFault) : OsdpEvent;

    /// <summary>State of the inputs, when it changes.</summary>
    public sealed record Inputs(string Active) : OsdpEvent;

    /// <summary>The reader answers at another address and rate from now on.</summary>
    public sealed record Moved(byte Address, int Baud) : OsdpEvent;

    /// <summary>Something was refused.</summary>
    public sealed record Refused(OsdpAlarm Alarm) : OsdpEvent;

    /// <summary>The reader does not know a command; it is not sent again.</summary>
    public sealed record Unsupported(OsdpCommand Command) : OsdpEvent;

    /// <summary>The keys to keep from now on; kept durably before the next message goes out.</summary>
    public sealed record KeepKeys(OsdpKeyRing Ring) : OsdpEvent;

    /// <summary>Who the reader says it is.</summary>
    /// <param name="Vendor">Six hexadecimal digits.</param>
    /// <param name="Model">Model number.</param>
    /// <param name="Firmware">Three numbers.</param>
    public sealed record Identity(string Vendor, int Model, string Firmware) : OsdpEvent;
}
