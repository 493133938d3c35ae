using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EdgeNode.Screen;

/// <summary>Passwords as PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP Password Storage Cheat Sheet).</summary>
internal static class Passwords
{
    private const int Least = 12;

    // Longer ones only cost time.
    private const int Most = 128;
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Whoever asks for a name that does not exist waits as long.
    private static readonly Lazy<string> Nobodys = new(() => Hash("nobody has this password"));

    public static bool IsFit(string password) => password.Length is >= Least and <= Most;

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>Whether a password is the one; takes the same time when there is no account.</summary>
    public static bool Fits(Account? account, string password) =>
        password.Length <= Most
        && Hasher.VerifyHashedPassword("", account?.PasswordHash ?? Nobodys.Value, password) != PasswordVerificationResult.Failed
        && account is not null;
}
