namespace EdgeNode.Hardware;

/// <summary>The node's own buses, as NFC chips want them.</summary>
public static class NfcWires
{
    private const int Pn532Address = 0x24;

    /// <summary>A PN532 on I2C.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Pn532 Pn532OnI2c(int bus) => Pn532.OnI2c(NodeBuses.I2c(bus, Pn532Address));

    /// <summary>A PN532 on SPI.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Pn532 Pn532OnSpi(int bus, int select) => Pn532.OnSpi(NodeBuses.Spi(bus, select, hertz: 1_000_000));

    /// <summary>An MFRC522 on SPI.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Mfrc522 Mfrc522OnSpi(int bus, int select) => new(NodeBuses.Spi(bus, select, hertz: 4_000_000));
}
