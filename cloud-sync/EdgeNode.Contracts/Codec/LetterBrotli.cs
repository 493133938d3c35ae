using System.Buffers;
using System.IO.Compression;

namespace EdgeNode.Contracts;

/// <summary>Brotli of quality 4, with a bound on what comes out.</summary>
public static class LetterBrotli
{
    /// <summary>Most bytes that a letter may have before compression where nothing smaller is agreed.</summary>
    public const int DefaultLimit = 4 * 1024 * 1024;

    private const int Quality = 4;
    private const int Window = 22;
    private const int Step = 64 * 1024;

    /// <summary>Compresses.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var written, Quality, Window)
            ? packed[..written]
            : throw new InvalidOperationException($"Brotli found no room for {bytes.Length} bytes in {packed.Length}.");
    }

    /// <summary>Decompresses to at most <paramref name="limit"/> bytes; memory grows with what really comes out, never beyond the limit.</summary>
    /// <exception cref="LetterException">More bytes come out than allowed, or the bytes are damaged or cut short.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> packed, int limit)
    {
        var decoder = default(BrotliDecoder);
        var unpacked = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                // One byte more than allowed is enough to see that there is too much.
                var room = unpacked.GetSpan(Step)[..Math.Min(Step, limit - unpacked.WrittenCount + 1)];
                var status = decoder.Decompress(packed, room, out var read, out var written);
                unpacked.Advance(written);
                packed = packed[read..];
                if (unpacked.WrittenCount > limit)
                {
                    throw new LetterException($"A compressed letter opens to more than {limit} bytes. It was refused; look at who sends it.");
                }

                if (status == OperationStatus.Done && packed.IsEmpty)
                {
                    return unpacked.WrittenSpan.ToArray();
                }

                if (status != OperationStatus.DestinationTooSmall)
                {
                    throw new LetterException("A compressed letter is damaged or cut short. It must be sent again.");
                }
            }
        }
        finally
        {
            decoder.Dispose();
        }
    }
}
