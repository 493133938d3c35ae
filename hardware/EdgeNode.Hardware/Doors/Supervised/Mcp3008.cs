using System.Device.Spi;

namespace EdgeNode.Hardware;

/// <summary>Microchip MCP3008 on SPI, mode 0: eight channels of 10 bits against VREF, which is tied to the supply (data sheet DS21295, section 6.1).</summary>
/// <param name="spi">The chip, at most 1.35 MHz at 2.7 V.</param>
public sealed class Mcp3008(SpiDevice spi) : IAnalogConverter
{
    /// <summary>Channels of one chip.</summary>
    public const int Channels = 8;

    private const byte Start = 0x01;
    private const byte SingleEnded = 0x80;
    private const byte MustBeZero = 0x04;
    private const double Highest = 1023;

    /// <summary>One on a bus of the node.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Mcp3008 OnSpi(int bus, int select) => new(NodeBuses.Spi(bus, select, hertz: 1_000_000));

    /// <inheritdoc/>
    public double Measure(int channel)
    {
        ReadOnlySpan<byte> asked = [Start, (byte)(SingleEnded | (channel << 4)), 0x00];
        Span<byte> answer = stackalloc byte[asked.Length];
        try
        {
            spi.TransferFullDuplex(asked, answer);
        }
        catch (IOException refused)
        {
            throw new ChipTroubleException($"The MCP3008 does not answer on SPI ({refused.Message.TrimEnd('.')}). Look at its wires, and switch SPI on (dtparam=spi=on).", refused);
        }

        // The chip sends a zero before its number; a wire that nobody drives floats high.
        return (answer[1] & MustBeZero) == 0
            ? (((answer[1] & 0x03) << 8) | answer[2]) / Highest
            : throw new ChipTroubleException("The MCP3008 does not answer. Look at its wires (DOUT to MISO, DIN to MOSI, CS to the select line) and its supply of 3.3 V.");
    }

    /// <inheritdoc/>
    public void Dispose() => spi.Dispose();
}
