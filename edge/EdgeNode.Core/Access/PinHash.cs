using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeNode.Core;

/// <summary>A PIN as the network sends it: PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2), salted, slow on purpose.</summary>
public sealed class PinHash
{
    /// <summary>Fewest iterations that are taken for slow.</summary>
    public const int LeastIterations = 100_000;

    private const int MostIterations = 2_000_000;
    private const int Length = 32;
    private const string Name = "pbkdf2-sha256";

    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private PinHash(int iterations, byte[] salt, byte[] hash) => (Iterations, _salt, _hash) = (iterations, salt, hash);

    /// <summary>How slow it is.</summary>
    public int Iterations { get; }

    /// <summary>Makes one.</summary>
    /// <param name="code">The PIN.</param>
    /// <param name="salt">16 or more fresh random bytes.</param>
    /// <param name="iterations">At least <see cref="LeastIterations"/>.</param>
    public static PinHash Of(PinCode code, byte[] salt, int iterations = LeastIterations) => new(iterations, salt, Derive(code, salt, iterations));

    /// <summary>Reads the form that <see cref="Text"/> writes; null when it is none, or not slow enough.</summary>
    public static PinHash? TryRead(string text)
    {
        var parts = text.Split('$');
        var (salt, hash) = (new byte[64], new byte[64]);
        return parts is [Name, var count, var salted, var hashed]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations is >= LeastIterations and <= MostIterations
            && Convert.TryFromBase64String(salted, salt, out var saltLength) && saltLength >= 16
            && Convert.TryFromBase64String(hashed, hash, out var hashLength) && hashLength == Length
            ? new(iterations, salt[..saltLength], hash[..hashLength])
            : null;
    }

    /// <summary>Whether a code is the PIN; takes the same time whatever it is.</summary>
    public bool Verify(PinCode code) => CryptographicOperations.FixedTimeEquals(Derive(code, _salt, Iterations), _hash);

    /// <summary>pbkdf2-sha256$iterations$salt$hash, both in Base64.</summary>
    public string Text() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}${Iterations}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}");

    /// <summary>Redacted: prints no hash.</summary>
    public override string ToString() => "pin:***";

    private static byte[] Derive(PinCode code, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code.Digits), salt, iterations, HashAlgorithmName.SHA256, Length);
}
