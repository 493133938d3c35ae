namespace EdgeNode.Hardware;

/// <summary>On I2C and SPI the chip is asked again and again whether a frame is ready, and a frame is read in one go.</summary>
internal static class Pn532Polling
{
    // The fastest answer takes about so long.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(1);
    private static readonly ManualResetEventSlim Never = new();

    /// <summary>Reads so many bytes of a frame.</summary>
    public delegate void ReadFrame(Span<byte> frame);

    public static byte[]? Receive(Func<bool> ready, ReadFrame read, int longest, TimeSpan atMost, TimeProvider time)
    {
        for (var start = time.GetTimestamp(); !ready();)
        {
            if (time.GetElapsedTime(start) >= atMost)
            {
                return null;
            }

            Never.Wait(BetweenLooks);
        }

        Span<byte> frame = stackalloc byte[longest + Pn532Frame.Around];
        read(frame);
        _ = Pn532Frame.Read(frame, out var content);
        return content;
    }
}
