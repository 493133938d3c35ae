using System.Device.I2c;
using System.Device.Spi;

namespace EdgeNode.Hardware;

/// <summary>The node's own buses.</summary>
internal static class NodeBuses
{
    /// <summary>A chip on I2C.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static I2cDevice I2c(int bus, int address)
    {
        Demand($"/dev/i2c-{bus}", "I2C", "dtparam=i2c_arm=on", "i2c");
        return I2cDevice.Create(new(bus, address));
    }

    /// <summary>A chip on SPI, mode 0.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static SpiDevice Spi(int bus, int select, int hertz)
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
