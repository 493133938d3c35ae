using System.Security.Cryptography;

namespace EdgeNode.Contracts;

/// <summary>Cuts a policy letter into parts at the hub and joins them at the site.</summary>
public static class PolicyPacking
{
    /// <summary>Most bytes of a slice: as base64 it stays below the 262,144 bytes that a broker is set up to take.</summary>
    public const int MaxSlice = 128 * 1024;

    /// <summary>Most bytes of a letter before compression: 1,000,000 bookings take 150 million, and the site must hold it in memory once.</summary>
    public const int MaxLetter = 192 * 1024 * 1024;

    /// <summary>Compresses, cuts and signs.</summary>
    /// <exception cref="LetterException">The letter is too large.</exception>
    public static PackedPolicy Pack(PolicyLetter letter, SigningKey key, int slice = MaxSlice)
    {
        var bytes = LetterCodec.Encode(letter);
        if (bytes.Length > MaxLetter)
        {
            throw new LetterException($"Policy {letter.Version} of {letter.Site} has {bytes.Length} bytes; at most {MaxLetter} are allowed. Send the site only the holders that may come.");
        }

        var parts = LetterBrotli.Compress(bytes).Chunk(slice).Select((cut, index) => new PolicyPart(letter.Version, index, cut)).ToList();
        var head = new PolicyHead(letter.Site, letter.Version, Hash(bytes), bytes.Length, parts.Count);
        return new(key.Sign(head), parts, bytes);
    }

    /// <summary>The letter's bytes out of its parts, checked against size and hash of the head. Whether the head may be believed is its signature's to say.</summary>
    /// <exception cref="LetterException">The parts do not make up this letter.</exception>
    public static byte[] Join(PolicyHead head, IEnumerable<PolicyPart> parts)
    {
        byte[] packed = [.. parts.OrderBy(part => part.Index).SelectMany(part => part.Bytes)];
        var bytes = LetterBrotli.Decompress(packed, Math.Clamp(head.Size, 0, MaxLetter));
        var hash = Hash(bytes);
        return hash == head.Hash
            ? bytes
            : throw new LetterException($"Policy {head.Version}: the parts have hash {hash}, the head says {head.Hash}. It was not applied; the hub must publish it again.");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
