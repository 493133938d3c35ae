using System.Buffers.Binary;
using System.Text;

namespace EdgeNode.Hardware;

/// <summary>What stands inside commands and replies. Pure; lengths are checked, nothing is believed.</summary>
internal static class OsdpContent
{
    /// <summary>Longest card that is kept.</summary>
    public const int MostCardBits = 128;

    /// <summary>The bits of a raw card: reader, format, number of bits, bits (7.10); null where they do not fit.</summary>
    public static string? CardBits(ReadOnlySpan<byte> content)
    {
        if (content.Length < 5)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(content[2..]);
        if (count is 0 or > MostCardBits || content.Length - 4 != (count + 7) / 8)
        {
            return null;
        }

        return Bits(content[4..])[..count];
    }

    /// <summary>The bits of a formatted card: reader, direction, number of characters, characters (7.11), eight bits each.</summary>
    public static string? FormattedCardBits(ReadOnlySpan<byte> content) =>
        content.Length >= 4 && content[2] is > 0 and <= MostCardBits / 8 && content.Length == 3 + content[2] ? Bits(content[3..]) : null;

    /// <summary>Address and rate (6.13, 7.13): one byte, then four, the lowest first; null where there is no such address or rate.</summary>
    public static (byte Address, int Baud)? Communication(ReadOnlySpan<byte> content) =>
        content is [<= OsdpLinkSettings.HighestAddress and var address, _, _, _, _] && BinaryPrimitives.ReadInt32LittleEndian(content[1..]) is var baud && OsdpLinkSettings.Rates.Contains(baud)
            ? (address, baud)
            : null;

    /// <summary>Address and rate as they are sent.</summary>
    public static byte[] Communication(byte address, int baud)
    {
        var content = new byte[5];
        content[0] = address;
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(1), baud);
        return content;
    }

    /// <summary>A raw card as a reader sends it.</summary>
    public static byte[] Card(string bits)
    {
        var padded = bits.PadRight((bits.Length + 7) / 8 * 8, '0');
        return [0, 0, (byte)bits.Length, (byte)(bits.Length >> 8), .. Enumerable.Range(0, padded.Length / 8).Select(index => Convert.ToByte(padded.Substring(index * 8, 8), 2))];
    }

    /// <summary>Keys that were pressed: reader, number, keys; 7F is *, 0D is # (7.12). Null where something else stands there.</summary>
    public static string? Keys(ReadOnlySpan<byte> content)
    {
        if (content.Length < 3 || content[1] != content.Length - 2)
        {
            return null;
        }

        var keys = new StringBuilder();
        foreach (var value in content[2..])
        {
            switch (value)
            {
                case >= (byte)'0' and <= (byte)'9':
                    keys.Append((char)value);
                    break;
                case 0x7F:
                    keys.Append('*');
                    break;
                case 0x0D:
                    keys.Append('#');
                    break;
                default:
                    return null;
            }
        }

        return keys.ToString();
    }

    /// <summary>Keys as a reader sends them.</summary>
    public static byte[] Keypad(string keys) =>
        [0, (byte)keys.Length, .. keys.Select(key => key switch { '*' => (byte)0x7F, '#' => (byte)0x0D, _ => (byte)key })];

    /// <summary>One light for a while (6.10): on and off in tenths of a second, colour, total length.</summary>
    public static byte[] Led(OsdpColour colour, TimeSpan on, TimeSpan off, TimeSpan length)
    {
        var tenths = Tenths(length, ushort.MaxValue);
        return [0, 0, 2, (byte)Tenths(on, 255), (byte)Tenths(off, 255), (byte)colour, 0, (byte)tenths, (byte)(tenths >> 8), 0, 0, 0, 0, 0];
    }

    /// <summary>The buzzer (6.11): on and off in tenths of a second, how often.</summary>
    public static byte[] Buzzer(TimeSpan on, TimeSpan off, byte times) => [0, 2, (byte)Tenths(on, 255), (byte)Tenths(off, 255), times];

    /// <summary>A text for a while (6.12), at most 32 characters of ASCII.</summary>
    public static byte[] Text(string text, TimeSpan length)
    {
        var shown = Encoding.ASCII.GetBytes(text.Length > 32 ? text[..32] : text);
        return [0, 3, (byte)Math.Clamp(length.TotalSeconds, 1, 255), 1, 1, (byte)shown.Length, .. shown];
    }

    private static string Bits(ReadOnlySpan<byte> bytes)
    {
        var bits = new StringBuilder(bytes.Length * 8);
        foreach (var value in bytes)
        {
            bits.Append(Convert.ToString(value, 2).PadLeft(8, '0'));
        }

        return bits.ToString();
    }

    private static int Tenths(TimeSpan time, int most) => (int)Math.Clamp(time.TotalMilliseconds / 100, 0, most);
}
