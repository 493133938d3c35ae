using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>
/// One chunk of a stream encrypted with AES-256-GCM (NIST SP 800-38D). Its nonce counts the chunks and says which is the last one, so that
/// none can be left out, moved or cut off unseen (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
/// </summary>
internal static class SealedChunk
{
    /// <summary>Bytes of every chunk but the last, which may have fewer.</summary>
    public const int Length = 1 << 20;

    /// <summary>Bytes that encryption adds to each.</summary>
    public const int TagLength = 16;

    /// <summary>The nonce of a chunk: its number from 0, big-endian, and 1 at the last one.</summary>
    public static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[AesGcm.NonceByteSizes.MaxSize];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
