using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EdgeNode.Screen;

/// <summary>Random texts that open something, and the hashes under which they are kept.</summary>
internal static class Secrets
{
    // Crockford's base 32: nothing that reads like something else.
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Half = 5;

    /// <summary>256 bits for a cookie or a link.</summary>
    public static string Token(Action<Span<byte>> fill)
    {
        Span<byte> bytes = stackalloc byte[32];
        fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>50 bits that a person types: ABCDE-FGHJK.</summary>
    public static string Code(Action<Span<byte>> fill)
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        fill(bytes);
        var code = new StringBuilder();
        foreach (var part in bytes)
        {
            code.Append(code.Length == Half ? "-" : "").Append(Symbols[part % Symbols.Length]);
        }

        return code.ToString();
    }

    /// <summary>A typed code as it was made: letters that are taken for digits are those digits.</summary>
    public static string Typed(string code)
    {
        var plain = string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return plain.Length == 2 * Half ? $"{plain[..Half]}-{plain[Half..]}" : "";
    }

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
