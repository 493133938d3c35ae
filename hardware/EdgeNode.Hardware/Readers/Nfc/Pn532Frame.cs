namespace EdgeNode.Hardware;

/// <summary>Frames of the PN532 (user manual UM0701-02, 6.2.1): start, length, its complement, content, check byte, end. Pure.</summary>
internal static class Pn532Frame
{
    /// <summary>Most bytes of a content, with the byte that says whose it is.</summary>
    public const int Longest = 255;

    /// <summary>Bytes around a content.</summary>
    public const int Around = 7;

    /// <summary>Content to the chip.</summary>
    public const byte ToChip = 0xD4;

    /// <summary>Content from the chip.</summary>
    public const byte FromChip = 0xD5;

    /// <summary>A frame was understood; also sent to the chip, it ends what it does.</summary>
    public static ReadOnlySpan<byte> Ack => [0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00];

    /// <summary>Puts a content into a frame.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is empty, or longer than <see cref="Longest"/>.</exception>
    public static byte[] Write(ReadOnlySpan<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfZero(content.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, Longest);
        return [0x00, 0x00, 0xFF, (byte)content.Length, (byte)-content.Length, .. content, Complement(content), 0x00];
    }

    /// <summary>Finds the first frame, or ack, among bytes.</summary>
    /// <param name="bytes">What came in so far.</param>
    /// <param name="content">The content; empty for an ack. Null = there is no whole frame yet.</param>
    /// <returns>How many bytes are done with: the frame and what stood before it.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, out byte[]? content)
    {
        content = null;
        for (var at = 0; at + 3 < bytes.Length; at++)
        {
            if (bytes[at] != 0x00 || bytes[at + 1] != 0xFF)
            {
                continue;
            }

            var rest = bytes[(at + 2)..];
            if (rest[0] == 0x00 && rest[1] == 0xFF)
            {
                content = [];
                return at + 4;
            }

            int length = rest[0];
            if (length == 0 || (byte)(length + rest[1]) != 0)
            {
                continue;
            }

            if (rest.Length < length + 3)
            {
                return at;
            }

            if (Complement(rest[2..(length + 2)]) == rest[length + 2])
            {
                content = rest[2..(length + 2)].ToArray();
                return at + length + 5;
            }
        }

        return Math.Max(0, bytes.Length - 3);
    }

    private static byte Complement(ReadOnlySpan<byte> content)
    {
        byte sum = 0;
        foreach (var value in content)
        {
            sum += value;
        }

        return (byte)-sum;
    }
}
