namespace EdgeNode.Hardware;

/// <summary>What a controller sends (OSDP 2.2, table 2).</summary>
public enum OsdpCommand : byte
{
    /// <summary>Anything new?</summary>
    Poll = 0x60,

    /// <summary>Who are you?</summary>
    Identify = 0x61,

    /// <summary>What can you do?</summary>
    Capabilities = 0x62,

    /// <summary>Tamper and power.</summary>
    LocalStatus = 0x64,

    /// <summary>State of the inputs.</summary>
    InputStatus = 0x65,

    /// <summary>State of the outputs.</summary>
    OutputStatus = 0x66,

    /// <summary>State of the reader heads.</summary>
    ReaderStatus = 0x67,

    /// <summary>Drive an output.</summary>
    Output = 0x68,

    /// <summary>Light.</summary>
    Led = 0x69,

    /// <summary>Buzzer.</summary>
    Buzzer = 0x6A,

    /// <summary>Text on a display.</summary>
    Text = 0x6B,

    /// <summary>New address and speed.</summary>
    SetCommunication = 0x6E,

    /// <summary>New key of the secure channel.</summary>
    SetKey = 0x75,

    /// <summary>First step of the secure channel.</summary>
    Challenge = 0x76,

    /// <summary>Second step of the secure channel.</summary>
    ServerCryptogram = 0x77,

    /// <summary>Longest message that the controller takes.</summary>
    ReceiveSize = 0x7B,

    /// <summary>Manufacturer's own.</summary>
    Manufacturer = 0x80,

    /// <summary>Give up what is being done.</summary>
    Abort = 0xA2,

    /// <summary>Keep a card in the field.</summary>
    KeepActive = 0xA7,
}
