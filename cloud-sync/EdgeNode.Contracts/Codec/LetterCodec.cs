using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EdgeNode.Contracts;

/// <summary>Letters to bytes and back. The same letter always gives the same bytes.</summary>
public static class LetterCodec
{
    /// <summary>Canonical bytes of a letter.</summary>
    public static byte[] Encode<T>(T letter)
        where T : Letter => JsonSerializer.SerializeToUtf8Bytes(letter, Shape<T>());

    /// <summary>Reads a letter.</summary>
    /// <exception cref="LetterVersionException">The version is another or missing.</exception>
    /// <exception cref="LetterException">The bytes are no such letter, or a signed letter is not in canonical bytes.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> bytes)
        where T : Letter
    {
        try
        {
            LetterVersion.Check(typeof(T).Name, bytes);
            var letter = JsonSerializer.Deserialize(bytes, Shape<T>())
                ?? throw new LetterException($"{typeof(T).Name}: the letter is null. The sender must send an object.");
            return letter is not SignedLetter || bytes.SequenceEqual(Encode(letter))
                ? letter
                : throw new LetterException($"{typeof(T).Name}: a signed letter must come in its canonical bytes. The sender must encode it with this codec.");
        }
        catch (JsonException error)
        {
            throw LetterException.Unreadable(typeof(T).Name, error);
        }
    }

    /// <summary>Canonical bytes, compressed.</summary>
    public static byte[] Pack<T>(T letter)
        where T : Letter => LetterBrotli.Compress(Encode(letter));

    /// <summary>Reads a compressed letter of at most <paramref name="limit"/> bytes before compression.</summary>
    /// <exception cref="LetterException">As <see cref="Decode"/>, and when the bytes are larger or damaged.</exception>
    public static T Unpack<T>(ReadOnlySpan<byte> packed, int limit = LetterBrotli.DefaultLimit)
        where T : Letter => Decode<T>(LetterBrotli.Decompress(packed, limit));

    private static JsonTypeInfo<T> Shape<T>() =>
        (JsonTypeInfo<T>)(LetterJson.Default.GetTypeInfo(typeof(T))
            ?? throw new ArgumentException($"{typeof(T).Name} is no letter; add it to {nameof(LetterJson)}."));
}
