using System.Device.I2c;

namespace EdgeNode.Hardware.Tests;

/// <summary>Loose wires: every bit that comes back is drawn.</summary>
internal sealed class NoisyI2c(int seed) : I2cDevice
{
    private readonly Random _random = new(seed);

    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, 0x29);

    public override void Read(Span<byte> buffer) => _random.NextBytes(buffer);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
    }

    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => _random.NextBytes(readBuffer);
}
