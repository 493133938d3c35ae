using System.Device.I2c;

namespace EdgeNode.Hardware.Simulated;

/// <summary>An ADS1115 with four loops on a supply of 3.3 V; a measurement is ready after a few looks.</summary>
public sealed class VirtualAds1115 : I2cDevice
{
    private const int LooksUntilReady = 3;
    private readonly ushort[] _registers = [0x0000, 0x8583];
    private int _pointer;
    private int _looks;

    /// <summary>Its loops, by channel.</summary>
    public IReadOnlyList<VirtualLoop> Loops { get; } = [.. Enumerable.Range(0, Ads1115.Channels).Select(_ => new VirtualLoop())];

    /// <summary>What is wrong with it.</summary>
    public ConverterFault Fault { get; set; }

    /// <inheritdoc/>
    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, Ads1115.LowestAddress);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Answers();
        _pointer = buffer[0] & 0x01;
        if (buffer is [0x01, var high, var low])
        {
            _registers[1] = (ushort)(((high & 0x7F) << 8) | low);
            _looks = 0;
        }
    }

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer)
    {
        Answers();
        if (Fault == ConverterFault.Brownout)
        {
            _registers[1] = 0x8583;
        }
        else if (_pointer == 1 && Fault != ConverterFault.Stuck && ++_looks == LooksUntilReady)
        {
            _registers[0] = (ushort)Math.Round(Loops[(_registers[1] >> 12) & 0x03].Share * 3.3 / 4.096 * 32_768);
            _registers[1] |= 0x8000;
        }

        (buffer[0], buffer[1]) = ((byte)(_registers[_pointer] >> 8), (byte)_registers[_pointer]);
    }

    /// <inheritdoc/>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        Write(writeBuffer);
        Read(readBuffer);
    }

    private void Answers()
    {
        if (Fault == ConverterFault.Silent)
        {
            throw new IOException("Error 121 performing I2C data transfer.");
        }
    }
}
