namespace EdgeNode.Hardware;

/// <summary>What ISO/IEC 14443 says of bytes on the air for cards of type A. Pure.</summary>
public static class Iso14443
{
    /// <summary>First byte of a UID part that goes on at the next cascade level (ISO/IEC 14443-3, 6.5.4).</summary>
    public const byte CascadeTag = 0x88;

    private const ushort Start = 0x6363;
    private const ushort Polynomial = 0x8408;

    /// <summary>CRC_A (ISO/IEC 14443-3, annex B): sent low byte first.</summary>
    public static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = Start;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1);
            }
        }

        return crc;
    }

    /// <summary>The bytes with their CRC_A behind them.</summary>
    public static byte[] WithCrc(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc(bytes);
        return [.. bytes, (byte)crc, (byte)(crc >> 8)];
    }

    /// <summary>The bytes without the CRC_A behind them; null where that is wrong.</summary>
    public static byte[]? WithoutCrc(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 2 && Crc(bytes[..^2]) == (bytes[^2] | (bytes[^1] << 8)) ? bytes[..^2].ToArray() : null;

    /// <summary>Whether the four bytes of a cascade level agree with their check byte.</summary>
    public static bool IsWholeLevel(ReadOnlySpan<byte> level) =>
        level.Length == 5 && (level[0] ^ level[1] ^ level[2] ^ level[3]) == level[4];
}
