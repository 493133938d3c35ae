namespace EdgeNode.Hardware;

/// <summary>The two checks at the end of a message (OSDP 2.2, 5.9 and annex C). Pure.</summary>
internal static class OsdpCheck
{
    /// <summary>CRC-16, polynomial 1021, first value 1D0F.</summary>
    public static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0x1D0F;
        foreach (var value in bytes)
        {
            crc ^= (ushort)(value << 8);
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1);
            }
        }

        return crc;
    }

    /// <summary>Two's complement of the sum of all bytes.</summary>
    public static byte Sum(ReadOnlySpan<byte> bytes)
    {
        byte sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return (byte)-sum;
    }
}
