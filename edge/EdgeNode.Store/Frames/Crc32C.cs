using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeNode.Store;

/// <summary>CRC-32C (Castagnoli, RFC 3720 B.4), which processors compute in hardware.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of bytes, or of bytes behind others whose checksum is given.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
