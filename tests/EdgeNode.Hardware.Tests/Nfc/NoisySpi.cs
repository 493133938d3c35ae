using System.Device.Spi;

namespace EdgeNode.Hardware.Tests;

/// <summary>Loose wires: every bit that comes back is drawn.</summary>
internal sealed class NoisySpi(int seed) : SpiDevice
{
    private readonly Random _random = new(seed);

    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0);

    public override void Read(Span<byte> buffer) => _random.NextBytes(buffer);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
    }

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => _random.NextBytes(readBuffer);
}
