using System.Buffers.Binary;
using System.Device.I2c;

namespace EdgeNode.Hardware;

/// <summary>The registers of a chip on I2C: an index of one byte, or of two (wide), then values, the most significant byte first.</summary>
/// <param name="device">The chip.</param>
/// <param name="chip">Its name, for messages.</param>
/// <param name="wide">Whether the index has two bytes.</param>
internal sealed class I2cRegisters(I2cDevice device, string chip, bool wide) : IDisposable
{
    public byte Read(int index)
    {
        Span<byte> value = stackalloc byte[1];
        Read(index, value);
        return value[0];
    }

    public ushort ReadWord(int index)
    {
        Span<byte> value = stackalloc byte[2];
        Read(index, value);
        return BinaryPrimitives.ReadUInt16BigEndian(value);
    }

    public void Read(int index, Span<byte> values)
    {
        try
        {
            device.WriteRead(Bytes(index, []), values);
        }
        catch (IOException refused)
        {
            throw Gone(refused);
        }
    }

    public void Write(int index, params ReadOnlySpan<byte> values)
    {
        try
        {
            device.Write(Bytes(index, values));
        }
        catch (IOException refused)
        {
            throw Gone(refused);
        }
    }

    public void Dispose() => device.Dispose();

    private byte[] Bytes(int index, ReadOnlySpan<byte> values) => wide ? [(byte)(index >> 8), (byte)index, .. values] : [(byte)index, .. values];

    private ChipTroubleException Gone(IOException refused) => new(
        $"The {chip} does not answer on I2C ({refused.Message.TrimEnd('.')}). Look at SDA, SCL and its supply of 3.3 V, and switch I2C on (dtparam=i2c_arm=on).", refused);
}
