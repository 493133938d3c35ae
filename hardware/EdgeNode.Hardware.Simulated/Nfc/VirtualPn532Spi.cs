using System.Device.Spi;

namespace EdgeNode.Hardware.Simulated;

/// <summary>A virtual PN532 on SPI: the lowest bit first, the first byte says what follows.</summary>
public sealed class VirtualPn532Spi(VirtualPn532 chip) : SpiDevice
{
    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0);

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => TransferFullDuplex(new byte[buffer.Length], buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => TransferFullDuplex(buffer, new byte[buffer.Length]);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        // A line that nobody drives is high.
        readBuffer.Fill(chip.Fault == NfcFault.Silent ? (byte)0xFF : (byte)0x00);
        byte[] written = [.. writeBuffer.ToArray().Select(Turned)];
        switch (chip.Fault == NfcFault.Silent ? 0x00 : written[0])
        {
            case 0x01:
                chip.Take(written.AsSpan(1));
                break;
            case 0x02:
                readBuffer[1..].Fill(Turned((byte)(chip.IsReady ? 0x01 : 0x00)));
                break;
            case 0x03 when chip.Give() is { } frame:
                frame.AsSpan(0, Math.Min(frame.Length, readBuffer.Length - 1)).ToArray().Select(Turned).ToArray().CopyTo(readBuffer[1..]);
                break;
        }
    }

    private static byte Turned(byte value)
    {
        var turned = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            turned |= ((value >> bit) & 1) << (7 - bit);
        }

        return (byte)turned;
    }
}
