using System.Device.I2c;

namespace EdgeNode.Hardware;

/// <summary>Texas Instruments ADS1115 on I2C: four channels of 15 bits against its own reference (data sheet SBAS444, section 8.1.3), each measured when it is asked for.</summary>
/// <param name="i2c">The chip, at address 0x48 to 0x4B.</param>
public sealed class Ads1115(I2cDevice i2c) : IAnalogConverter
{
    /// <summary>Channels of one chip.</summary>
    public const int Channels = 4;

    /// <summary>Its lowest address, with ADDR to ground.</summary>
    public const int LowestAddress = 0x48;

    /// <summary>Its highest address, with ADDR to SCL.</summary>
    public const int HighestAddress = 0x4B;

    private const int Conversion = 0x00;
    private const int Config = 0x01;
    private const byte Ready = 0x80;
    private const byte StartSingle = 0x80;
    private const byte AgainstGround = 0x40;
    private const byte Range4096MillivoltsOnce = 0x03;
    private const byte Fastest = 0xE3;
    private const double Supply = 3.3;
    private const double VoltsOfAStep = 4.096 / 32_768;
    private const int MostLooks = 200;
    private readonly I2cRegisters _registers = new(i2c, nameof(Ads1115).ToUpperInvariant(), wide: false);

    /// <summary>One on a bus of the node.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Ads1115 OnI2c(int bus, int address) => new(NodeBuses.I2c(bus, address));

    /// <inheritdoc/>
    public double Measure(int channel)
    {
        var wanted = (byte)(AgainstGround | (channel << 4) | Range4096MillivoltsOnce);
        _registers.Write(Config, (byte)(StartSingle | wanted), Fastest);
        for (var looks = 0; IsBusy(wanted); looks++)
        {
            if (looks >= MostLooks)
            {
                throw new ChipTroubleException("The ADS1115 does not end its measurement. Look at its supply of 3.3 V, and take it off for a moment.");
            }
        }

        // A little below ground is noise.
        return Math.Max(0, (short)_registers.ReadWord(Conversion) * VoltsOfAStep / Supply);
    }

    /// <inheritdoc/>
    public void Dispose() => _registers.Dispose();

    private bool IsBusy(byte wanted)
    {
        Span<byte> config = stackalloc byte[2];
        _registers.Read(Config, config);
        return (config[0] & ~Ready) != wanted || config[1] != Fastest
            ? throw new ChipTroubleException("The ADS1115 does not keep what it is told. Look at SDA, SCL and its supply of 3.3 V, and that no other chip has its address.")
            : (config[0] & Ready) == 0;
    }
}
