namespace EdgeNode.Hardware;

/// <summary>What a reader answers (OSDP 2.2, table 3).</summary>
public enum OsdpReply : byte
{
    /// <summary>Done, nothing to tell.</summary>
    Ack = 0x40,

    /// <summary>Not done; one byte of <see cref="OsdpNak"/> says why.</summary>
    Nak = 0x41,

    /// <summary>Vendor, model, version, serial number, firmware.</summary>
    Identity = 0x45,

    /// <summary>Capabilities, three bytes each.</summary>
    Capabilities = 0x46,

    /// <summary>Tamper and power.</summary>
    LocalStatus = 0x48,

    /// <summary>State of the inputs.</summary>
    InputStatus = 0x49,

    /// <summary>State of the outputs.</summary>
    OutputStatus = 0x4A,

    /// <summary>State of the reader heads.</summary>
    ReaderStatus = 0x4B,

    /// <summary>A card, bit by bit.</summary>
    RawCard = 0x50,

    /// <summary>A card as characters.</summary>
    FormattedCard = 0x51,

    /// <summary>Keys that were pressed.</summary>
    Keypad = 0x53,

    /// <summary>Address and speed from now on.</summary>
    Communication = 0x54,

    /// <summary>Answer to the challenge.</summary>
    ClientCryptogram = 0x76,

    /// <summary>The secure channel begins.</summary>
    InitialMac = 0x78,

    /// <summary>Not now; ask the same again.</summary>
    Busy = 0x79,

    /// <summary>Manufacturer's own.</summary>
    Manufacturer = 0x90,
}
