using System.Device.Spi;

namespace EdgeNode.Hardware.Simulated;

/// <summary>An MCP3008 with eight loops. It has no memory that a brown-out could take.</summary>
public sealed class VirtualMcp3008 : SpiDevice
{
    /// <summary>Its loops, by channel.</summary>
    public IReadOnlyList<VirtualLoop> Loops { get; } = [.. Enumerable.Range(0, Mcp3008.Channels).Select(_ => new VirtualLoop())];

    /// <summary>What is wrong with it.</summary>
    public ConverterFault Fault { get; set; }

    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0);

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => TransferFullDuplex(new byte[buffer.Length], buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => TransferFullDuplex(buffer, new byte[buffer.Length]);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        readBuffer.Fill(Fault is ConverterFault.Silent or ConverterFault.Brownout ? (byte)0xFF : (byte)0x00);
        if (Fault == ConverterFault.None && writeBuffer is [0x01, >= 0x80 and var asked, _])
        {
            var value = (int)Math.Round(Loops[(asked >> 4) & 0x07].Share * 1023);
            (readBuffer[1], readBuffer[2]) = ((byte)(value >> 8), (byte)value);
        }
    }
}
