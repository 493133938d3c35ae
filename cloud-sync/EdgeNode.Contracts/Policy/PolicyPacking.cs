using System.Security.Cryptography;

namespace EdgeNode.Contracts;

/// <summary>Cuts a policy letter into parts at the hub and joins them at the site.</summary>
public static class PolicyPacking
{
    /// <summary>Most bytes of a slice: as base64 it stays below the 262,144 bytes that a broker is set up to take.</summary>
    public const int MaxSlice = 128 * 1024;

    /// <summary>Most bytes of a letter before compression: 1,000,000 bookings take 150 million, and the site must hold it in memory once.</summary>
    public const int MaxLetter = 192 * 1024 * 1024;

    /// <summary>Largest letter that is sent as a difference: old and new are in memory together.</summary>
    public const int MaxDiffed = 32 * 1024 * 1024;

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
        return Checked(head, LetterBrotli.Decompress(packed, Math.Clamp(head.Size, 0, MaxLetter)), "parts");
    }

    /// <summary>A policy as the difference to an older letter; null where the policy itself is as short, or too large for that.</summary>
    public static PolicyDelta? Diff(byte[] old, PackedPolicy policy)
    {
        if (Math.Max(old.Length, policy.Letter.Length) > MaxDiffed)
        {
            return null;
        }

        var bytes = LetterBrotli.Compress(PolicyDiffing.Write(old, policy.Letter));
        return bytes.Length <= MaxSlice && bytes.Length < policy.Parts.Sum(part => part.Bytes.Length) ? new(policy.Head.Version, Hash(old), bytes) : null;
    }

    /// <summary>The letter's bytes out of an older letter and the difference, checked as those of <see cref="Join(PolicyHead, IEnumerable{PolicyPart})"/>.</summary>
    /// <exception cref="LetterException">They do not make up this letter.</exception>
    public static byte[] Join(PolicyHead head, byte[] old, PolicyDelta delta) =>
        head.Size is >= 0 and <= MaxDiffed
            ? Checked(head, PolicyDiffing.Apply(old, LetterBrotli.Decompress(delta.Bytes, MaxDiffed), head.Size), "differences")
            : throw new LetterException($"Policy {head.Version} has {head.Size} bytes; at most {MaxDiffed} come as a difference. The whole policy is asked for.");

    private static byte[] Checked(PolicyHead head, byte[] letter, string what)
    {
        var hash = Hash(letter);
        return hash == head.Hash
            ? letter
            : throw new LetterException($"Policy {head.Version}: the {what} have hash {hash}, the head says {head.Hash}. It was not applied; the hub must publish it again.");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
