namespace EdgeNode.Hardware;

/// <summary>The UID of a contactless card (ISO 14443-3) as the bits that become its token. Pure.</summary>
public static class CardUid
{
    private const byte RandomFirst = 0x08;

    /// <summary>The bits of a reply to GET DATA (PC/SC part 3): UID and status word 9000; null where it is none.</summary>
    public static string? Of(ReadOnlySpan<byte> reply) => reply.Length > 2 && reply[^2] == 0x90 && reply[^1] == 0 ? Bits(reply[..^2]) : null;

    /// <summary>The bits of a UID of 4, 7 or 10 bytes, first byte first; null for another length, and for one that the card invents anew each time (first byte 08).</summary>
    public static string? Bits(ReadOnlySpan<byte> uid)
    {
        if (uid.Length is not (4 or 7 or 10) || (uid.Length == 4 && uid[0] == RandomFirst))
        {
            return null;
        }

        var bits = new System.Text.StringBuilder(uid.Length * 8);
        foreach (var value in uid)
        {
            bits.Append(Convert.ToString(value, 2).PadLeft(8, '0'));
        }

        return bits.ToString();
    }
}
