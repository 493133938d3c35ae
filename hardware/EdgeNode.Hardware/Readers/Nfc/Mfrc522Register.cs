namespace EdgeNode.Hardware;

/// <summary>Registers of the MFRC522 (data sheet, 9.2) that the driver uses.</summary>
internal enum Mfrc522Register : byte
{
    Command = 0x01,
    ComIrq = 0x04,
    Error = 0x06,
    FifoData = 0x09,
    FifoLevel = 0x0A,
    Control = 0x0C,
    BitFraming = 0x0D,
    Coll = 0x0E,
    Mode = 0x11,
    TxControl = 0x14,
    TxAsk = 0x15,
    RfCfg = 0x26,
    TMode = 0x2A,
    TPrescaler = 0x2B,
    TReloadHigh = 0x2C,
    TReloadLow = 0x2D,
    Version = 0x37,
}
