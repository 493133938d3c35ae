namespace EdgeNode.Hardware;

/// <summary>A PN532 at a serial line (high speed UART, UM0701-02, 6.3).</summary>
internal sealed class Pn532Serial(SerialLine line, TimeProvider time) : IPn532Wire
{
    // Out of power-down it needs bits to wake up, and some time before the first frame.
    private static readonly byte[] WakeUp = [0x55, 0x55, .. new byte[14]];
    private readonly List<byte> _received = [];

    public void Wake()
    {
        _received.Clear();
        Send(WakeUp);
    }

    public void Send(ReadOnlySpan<byte> frame)
    {
        if (!line.Write(frame))
        {
            throw Gone();
        }
    }

    public byte[]? Receive(int longest, TimeSpan atMost)
    {
        Span<byte> buffer = stackalloc byte[Pn532Frame.Longest + Pn532Frame.Around];
        for (var start = time.GetTimestamp(); ;)
        {
            _received.RemoveRange(0, Pn532Frame.Read([.. _received], out var content));
            var left = atMost - time.GetElapsedTime(start);
            if (content is not null || left <= TimeSpan.Zero)
            {
                return content;
            }

            var count = line.Read(buffer, left) ?? throw Gone();
            _received.AddRange(buffer[..count]);
        }
    }

    public void Dispose() => line.Dispose();

    private static NfcTroubleException Gone() => new("The serial port of the PN532 is gone. Plug it in again; it is opened by itself.");
}
