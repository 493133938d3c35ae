using System.Text;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>The site's secrets: the network's identifier key and the seed of the site's own signatures, each 64 hex digits in a file 0600.</summary>
public sealed class SiteKeys
{
    private const int KeyBytes = 32;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private SiteKeys(byte[] identifier, byte[] signing) => (IdentifierKey, SigningSeed) = (new(identifier), signing);

    /// <summary>Turns card numbers into tokens.</summary>
    public IdentifierKey IdentifierKey { get; }

    /// <summary>Seed of the Ed25519 key with which the site signs (RFC 8032, 5.1.5).</summary>
    public byte[] SigningSeed { get; }

    /// <summary>Reads the keys; a missing one is made and durable before it is used.</summary>
    /// <exception cref="InvalidDataException">A file holds no key, or others may read it.</exception>
    public static SiteKeys Open(string folder, Action<Span<byte>> fill)
    {
        var files = LinuxFiles.Instance;
        files.CreateFolder(folder);
        files.DropTemporaries(folder);
        return new(Key(Path.Combine(folder, "identifier.key"), fill), Key(Path.Combine(folder, "signing.seed"), fill));
    }

    /// <summary>Reads the code with which backups are encrypted; a missing one is made and durable before it is used.</summary>
    /// <exception cref="InvalidDataException">The file holds none, or others may read it.</exception>
    public static RecoveryCode OpenRecoveryCode(string folder, Action<Span<byte>> fill)
    {
        LinuxFiles.Instance.CreateFolder(folder);
        var path = Path.Combine(folder, "recovery.code");
        return RecoveryCode.TryParse(Secret(path, () => RecoveryCode.New(fill).Written()))
            ?? throw new InvalidDataException($"{path} holds no recovery code. Write in the one that is on paper, or remove the file: the next backup makes a new one, and older backups need the old one.");
    }

    /// <summary>Redacted: prints no key.</summary>
    public override string ToString() => "keys:***";

    private static byte[] Key(string path, Action<Span<byte>> fill)
    {
        var text = Secret(path, () =>
        {
            var made = new byte[KeyBytes];
            fill(made);
            return Convert.ToHexStringLower(made);
        });
        return text.Length == KeyBytes * 2 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new InvalidDataException(
                $"{path} has {text.Length} characters; it must have {KeyBytes * 2} hex digits. Copy the key again from its backup, or make a new one: openssl rand -hex {KeyBytes} > {path}");
    }

    private static string Secret(string path, Func<string> make)
    {
        if (!File.Exists(path))
        {
            LinuxFiles.Instance.Replace(path, Encoding.ASCII.GetBytes(make()));
        }

        return (File.GetUnixFileMode(path) & Others) == 0
            ? File.ReadAllText(path).Trim()
            : throw new InvalidDataException($"{path} can be used by others than its owner. Take it from them: chmod 600 {path}");
    }
}
