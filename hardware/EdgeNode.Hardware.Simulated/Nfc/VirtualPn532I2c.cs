using System.Device.I2c;

namespace EdgeNode.Hardware.Simulated;

/// <summary>A virtual PN532 at I2C address 0x24.</summary>
public sealed class VirtualPn532I2c(VirtualPn532 chip) : I2cDevice
{
    /// <inheritdoc/>
    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, 0x24);

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer)
    {
        Answers();
        buffer.Clear();
        buffer[0] = (byte)(chip.IsReady ? 0x01 : 0x00);
        if (buffer.Length > 1 && chip.Give() is { } frame)
        {
            frame.AsSpan(0, Math.Min(frame.Length, buffer.Length - 1)).CopyTo(buffer[1..]);
        }
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Answers();
        chip.Take(buffer);
    }

    /// <inheritdoc/>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        Write(writeBuffer);
        Read(readBuffer);
    }

    private void Answers()
    {
        if (chip.Fault == NfcFault.Silent)
        {
            throw new IOException("Error 121 performing I2C data transfer.");
        }
    }
}
