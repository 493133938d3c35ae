using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeNode.Core;

/// <summary>The secret key that turns a card number into a <see cref="CredentialToken"/>. Without it a stolen database lists no usable card.</summary>
public sealed class IdentifierKey
{
    private readonly byte[] _key;

    /// <summary>Takes a key of exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public IdentifierKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != 32)
        {
            throw new ArgumentException($"The identifier key has {key.Length} bytes; it must have 32. Make one with: openssl rand -hex 32", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>The token of a card: HMAC-SHA-256 over bit count and bits, so that the same number in another length is another card.</summary>
    /// <param name="bits">The card's bits as read, most significant first, 1 to 128 characters of 0 and 1.</param>
    public CredentialToken Tokenise(string bits)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{bits.Length}:{bits}");
        return new(Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(text))));
    }

    /// <summary>The token of a code entered at a keypad; never that of a card.</summary>
    public CredentialToken Tokenise(PinCode code) => Tokenise($"code {code.Digits}");

    /// <summary>Redacted: prints no key.</summary>
    public override string ToString() => "key:***";
}
