using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>The site's secrets: the network's identifier key and the seed of the site's own signatures, each 64 hex digits in a file 0600.</summary>
public sealed class SiteKeys
{
    private const int KeyBytes = 32;

    private SiteKeys(byte[] identifier, byte[] signing) => (IdentifierKey, SigningSeed) = (new(identifier), signing);

    /// <summary>Turns card numbers into tokens.</summary>
    public IdentifierKey IdentifierKey { get; }

    /// <summary>Seed of the Ed25519 key with which the site signs.</summary>
    public byte[] SigningSeed { get; }

    /// <summary>Reads the keys; a missing one is made.</summary>
    /// <exception cref="InvalidDataException">A file holds no key, or others may read it.</exception>
    public static SiteKeys Open(string folder, Fill fill)
    {
        LinuxFiles.Instance.CreateFolder(folder);
        return new(Key(Path.Combine(folder, "identifier.key"), fill), Key(Path.Combine(folder, "signing.seed"), fill));
    }

    /// <summary>Redacted: prints no key.</summary>
    public override string ToString() => "keys:***";

    private static byte[] Key(string path, Fill fill)
    {
        if (!File.Exists(path))
        {
            var made = new byte[KeyBytes];
            fill(made);
            LinuxFiles.Instance.Replace(path, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(made)));
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if ((File.GetUnixFileMode(path) & others) != 0)
        {
            throw new InvalidDataException($"{path} can be read by others. Take it from them: chmod 600 {path}");
        }

        var text = File.ReadAllText(path).Trim();
        return text.Length == KeyBytes * 2 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new InvalidDataException($"{path} has {text.Length} characters; it must have {KeyBytes * 2} hex digits. Copy the network's key again, or make one: openssl rand -hex {KeyBytes}");
    }
}
