using System.Device.I2c;
using System.Device.Spi;

namespace EdgeNode.Hardware;

/// <summary>The node's own buses, as NFC chips want them.</summary>
public static class NfcWires
{
    private const int Pn532Address = 0x24;

    /// <summary>A PN532 on I2C.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Pn532 Pn532OnI2c(int bus)
    {
        Demand($"/dev/i2c-{bus}", "I2C", "dtparam=i2c_arm=on", "i2c");
        return Pn532.OnI2c(I2cDevice.Create(new(bus, Pn532Address)));
    }

    /// <summary>A PN532 on SPI.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Pn532 Pn532OnSpi(int bus, int select) => Pn532.OnSpi(Spi(bus, select, hertz: 1_000_000));

    /// <summary>An MFRC522 on SPI.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Mfrc522 Mfrc522OnSpi(int bus, int select) => new(Spi(bus, select, hertz: 4_000_000));

    private static SpiDevice Spi(int bus, int select, int hertz)
    {
        Demand($"/dev/spidev{bus}.{select}", "SPI", "dtparam=spi=on", "spi");
        return SpiDevice.Create(new(bus, select) { ClockFrequency = hertz, Mode = SpiMode.Mode0 });
    }

    private static void Demand(string path, string bus, string setting, string group)
    {
        if (!File.Exists(path))
        {
            throw new HardwareMissingException($"there is no {path}. Switch {bus} on ({setting} in /boot/firmware/config.txt, then restart), and put this program's user into the group {group}.");
        }
    }
}
