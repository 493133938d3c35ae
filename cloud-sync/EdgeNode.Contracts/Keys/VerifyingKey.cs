using NSec.Cryptography;

namespace EdgeNode.Contracts;

/// <summary>The public half of an Ed25519 key (RFC 8032).</summary>
public sealed class VerifyingKey
{
    private const int KeyLength = 32;
    private const int SignatureLength = 64;

    private readonly PublicKey _key;

    /// <summary>Takes a public key of exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">The bytes are no public key.</exception>
    public VerifyingKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, key, KeyBlobFormat.RawPublicKey, out var imported) || imported is null)
        {
            throw new ArgumentException($"These {key.Length} bytes are no Ed25519 public key; it has {KeyLength}. Copy the key that the signer prints.", nameof(key));
        }

        _key = imported;
    }

    /// <summary>Takes a public key as 64 hex digits.</summary>
    /// <exception cref="FormatException">The text is not hex.</exception>
    /// <exception cref="ArgumentException">The bytes are no public key.</exception>
    public VerifyingKey(string hex)
        : this(Convert.FromHexString(hex))
    {
    }

    /// <summary>Whether this key signed the letter as it stands.</summary>
    public bool Signed<T>(T letter)
        where T : SignedLetter =>
        letter.Signature is { Length: SignatureLength * 2 } hex
        && hex.All(char.IsAsciiHexDigitLower)
        && SignatureAlgorithm.Ed25519.Verify(_key, SignedBytes.Of(letter), Convert.FromHexString(hex));
}
