using NSec.Cryptography;

namespace EdgeNode.Contracts;

/// <summary>The secret half of an Ed25519 key (RFC 8032). Prints nothing of itself.</summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>Length of a seed in bytes.</summary>
    public const int SeedLength = 32;

    private readonly Key _key;

    /// <summary>Takes a seed of exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">The seed has another length.</exception>
    public SigningKey(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedLength)
        {
            throw new ArgumentException($"The signing seed has {seed.Length} bytes; it must have {SeedLength}. Make one with: openssl rand -hex 32", nameof(seed));
        }

        _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        PublicHex = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The public half, 64 lower-case hex digits.</summary>
    public string PublicHex { get; }

    /// <summary>Signs a letter: over its kind and its canonical bytes.</summary>
    public T Sign<T>(T letter)
        where T : SignedLetter =>
        (T)((SignedLetter)letter with
        {
            Signature = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, SignedBytes.Of(letter))),
        });

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>Redacted: prints no key.</summary>
    public override string ToString() => "key:***";
}
