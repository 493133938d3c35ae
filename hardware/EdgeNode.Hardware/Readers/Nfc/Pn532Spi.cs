using System.Device.Spi;

namespace EdgeNode.Hardware;

/// <summary>A PN532 on SPI (UM0701-02, 6.2.5). It sends the lowest bit first, which a Raspberry Pi does not: bytes are turned here.</summary>
internal sealed class Pn532Spi(SpiDevice device, TimeProvider time) : IPn532Wire
{
    private const byte WriteData = 0x01;
    private const byte ReadStatus = 0x02;
    private const byte ReadData = 0x03;

    // Selecting the chip wakes it, and a byte goes by meanwhile.
    public void Wake() => Transfer([0x00], []);

    public void Send(ReadOnlySpan<byte> frame) => Transfer([WriteData, .. frame], []);

    public byte[]? Receive(int longest, TimeSpan atMost) => Pn532Polling.Receive(Ready, Read, longest, atMost, time);

    public void Dispose() => device.Dispose();

    private bool Ready()
    {
        Span<byte> status = stackalloc byte[1];
        Transfer([ReadStatus], status);
        return (status[0] & 0x01) != 0;
    }

    private void Read(Span<byte> frame) => Transfer([ReadData], frame);

    private void Transfer(ReadOnlySpan<byte> sent, Span<byte> received)
    {
        Span<byte> written = stackalloc byte[sent.Length + received.Length];
        Span<byte> read = stackalloc byte[written.Length];
        sent.CopyTo(written);
        Turn(written);
        try
        {
            device.TransferFullDuplex(written, read);
        }
        catch (IOException refused)
        {
            throw new NfcTroubleException($"The PN532 does not answer on SPI ({refused.Message.TrimEnd('.')}). Look at its wires, set its switches to SPI, and switch SPI on (dtparam=spi=on).", refused);
        }

        Turn(read);
        read[sent.Length..].CopyTo(received);
    }

    private static void Turn(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            uint bits = value;
            bits = ((bits & 0x55) << 1) | ((bits >> 1) & 0x55);
            bits = ((bits & 0x33) << 2) | ((bits >> 2) & 0x33);
            value = (byte)(((bits & 0x0F) << 4) | (bits >> 4));
        }
    }
}
