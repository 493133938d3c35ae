namespace EdgeNode.Worker;

/// <summary>The kind of reader of a new site.</summary>
internal enum FirstReader
{
    /// <summary>Wiegand readers on pins, one for each door.</summary>
    Wiegand,

    /// <summary>OSDP readers on one bus, one for each door.</summary>
    Osdp,

    /// <summary>One USB reader, at the street door.</summary>
    Usb,

    /// <summary>One PN532 on the board's I2C bus, at the street door.</summary>
    Nfc,
}
