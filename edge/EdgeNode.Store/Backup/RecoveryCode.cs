using System.Security.Cryptography;
using System.Text;

namespace EdgeNode.Store;

/// <summary>
/// What a site's backups are encrypted with: 160 random bits, written for people as 32 letters and digits (Crockford's Base32, without I, L, O
/// and U) in groups of four. Whoever has a backup and this code has everything that the site knows, its keys too.
/// </summary>
public sealed class RecoveryCode
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 32;
    private readonly string _digits;

    private RecoveryCode(string digits) => _digits = digits;

    /// <summary>Makes a new one.</summary>
    /// <param name="fill">Random bytes.</param>
    public static RecoveryCode New(Action<Span<byte>> fill)
    {
        Span<byte> bytes = stackalloc byte[Length];
        fill(bytes);
        var digits = new char[Length];
        for (var at = 0; at < Length; at++)
        {
            digits[at] = Digits[bytes[at] & 31];
        }

        return new(new(digits));
    }

    /// <summary>Reads one as somebody typed it: small letters, spaces, dashes, and I, L, O for 1, 1, 0 are taken; null when it is none.</summary>
    public static RecoveryCode? TryParse(string text)
    {
        var digits = string.Concat(text.ToUpperInvariant().Where(digit => digit != '-' && !char.IsWhiteSpace(digit)).Select(digit => digit switch
        {
            'I' or 'L' => '1',
            'O' => '0',
            _ => digit,
        }));
        return digits.Length == Length && digits.All(Digits.Contains) ? new(digits) : null;
    }

    /// <summary>For paper: groups of four.</summary>
    public string Written() => string.Join('-', _digits.Chunk(4).Select(group => new string(group)));

    /// <summary>Redacted.</summary>
    public override string ToString() => "recovery code:***";

    /// <summary>The key for one backup (HKDF with SHA-256, RFC 5869); 32 bytes.</summary>
    internal byte[] Key(byte[] salt) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(_digits), 32, salt, "EdgeNode backup 1"u8.ToArray());
}
