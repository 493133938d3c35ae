using System.Device.I2c;

namespace EdgeNode.Hardware;

/// <summary>A PN532 on I2C (UM0701-02, 6.2.4): every read begins with a byte whose lowest bit says whether a frame follows.</summary>
internal sealed class Pn532I2c(I2cDevice device, TimeProvider time) : IPn532Wire
{
    public void Wake()
    {
        // Addressing the chip wakes it; it stretches the clock until it is ready.
    }

    public void Send(ReadOnlySpan<byte> frame)
    {
        try
        {
            device.Write(frame);
        }
        catch (IOException refused)
        {
            throw Gone(refused);
        }
    }

    public byte[]? Receive(int longest, TimeSpan atMost) => Pn532Polling.Receive(Ready, Read, longest, atMost, time);

    public void Dispose() => device.Dispose();

    private bool Ready()
    {
        Span<byte> status = stackalloc byte[1];
        Transfer(status);
        return (status[0] & 0x01) != 0;
    }

    private void Read(Span<byte> frame)
    {
        Span<byte> bytes = stackalloc byte[frame.Length + 1];
        Transfer(bytes);
        bytes[1..].CopyTo(frame);
    }

    private void Transfer(Span<byte> bytes)
    {
        try
        {
            device.Read(bytes);
        }
        catch (IOException refused)
        {
            throw Gone(refused);
        }
    }

    private static NfcTroubleException Gone(IOException refused) =>
        new($"The PN532 does not answer on I2C ({refused.Message.TrimEnd('.')}). Look at SDA, SCL and its supply, set its switches to I2C, and switch I2C on (dtparam=i2c_arm=on).", refused);
}
