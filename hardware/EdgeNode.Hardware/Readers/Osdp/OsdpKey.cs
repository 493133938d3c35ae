using System.Security.Cryptography;
using System.Text;

namespace EdgeNode.Hardware;

/// <summary>A key of a secure channel, 16 bytes. Prints redacted.</summary>
public sealed class OsdpKey : IEquatable<OsdpKey>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 16;

    private readonly byte[] _bytes;

    private OsdpKey(byte[] bytes) => _bytes = bytes;

    /// <summary>The key that everybody knows: only to pair with.</summary>
    public static OsdpKey Default { get; } = new([.. Enumerable.Range(0x30, Length).Select(value => (byte)value)]);

    /// <summary>The key's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads 32 hexadecimal digits; null and the reason where they are no key to use.</summary>
    public static (OsdpKey? Key, string? Trouble) Read(string hex)
    {
        if (hex.Length != 2 * Length || !hex.All(char.IsAsciiHexDigit))
        {
            return (null, $"the key has {hex.Length} characters; it must have {2 * Length} hexadecimal digits. Make one with: openssl rand -hex {Length}");
        }

        var key = new OsdpKey(Convert.FromHexString(hex));
        return key.IsWeak
            ? (null, $"the key is one that others guess (equal, rising or falling bytes, or the published default). Make one with: openssl rand -hex {Length}")
            : (key, null);
    }

    /// <summary>A key of its own for each reader, from the site's secret.</summary>
    /// <param name="secret">The site's secret, at least 16 bytes.</param>
    /// <param name="reader">Name of the reader at the site.</param>
    /// <param name="generation">Counts rotations.</param>
    public static OsdpKey Derive(ReadOnlySpan<byte> secret, string reader, int generation) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), Length, info: Encoding.UTF8.GetBytes($"osdp {reader} {generation}")));

    /// <summary>Whether it is one that an attacker tries first: equal, rising or falling bytes, or the default.</summary>
    public bool IsWeak => Steps(0) || Steps(1) || Steps(255);

    /// <inheritdoc/>
    public bool Equals(OsdpKey? other) => other is not null && CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OsdpKey);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    /// <summary>Redacted.</summary>
    public override string ToString() => "key:***";

    private bool Steps(byte step) => _bytes.Zip(_bytes.Skip(1)).All(pair => (byte)(pair.Second - pair.First) == step);
}
