using System.Security.Cryptography;

namespace EdgeNode.Hub;

/// <summary>The network's secrets in a folder that only their owner may read.</summary>
public sealed class KeyFolder(string folder)
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Seed of the network's Ed25519 key.</summary>
    public byte[] SigningSeed => Key("signing.seed");

    /// <summary>The network's identifier key.</summary>
    public byte[] IdentifierKey => Key("identifier.key");

    /// <summary>The certificate authority; null where none was made.</summary>
    public HubAuthority? Authority => File.Exists(At("ca.key")) ? new(File.ReadAllText(At("ca.pem")), File.ReadAllText(At("ca.key"))) : null;

    /// <summary>How a worker proves who it is.</summary>
    public HubTls Tls(string worker) => new(At("ca.pem"), At($"{worker}.pem"), At($"{worker}.pem"));

    /// <summary>Makes everything that a network needs; what is there already stays as it is.</summary>
    /// <param name="host">Name or address of the broker, as sites reach it.</param>
    /// <param name="port">Its port.</param>
    /// <param name="time">Now.</param>
    public void Create(string host, int port, TimeProvider time)
    {
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        Once("signing.seed", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        Once("identifier.key", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        if (!File.Exists(At("ca.key")))
        {
            var (certificate, key) = NetworkAuthority.Create(time);
            Write("ca.pem", certificate);
            Write("ca.key", key);
        }

        using var authority = new NetworkAuthority(Authority!.CertificatePem, Authority.KeyPem, time);
        Once("broker.pem", () => authority.ForBroker(host));
        for (var number = 1; number <= BrokerFiles.Workers; number++)
        {
            Once($"{BrokerFiles.Worker(number)}.pem", () => authority.ForClient(BrokerFiles.Worker(number)));
        }

        Write("mosquitto.conf", BrokerFiles.Configuration(Path.GetFullPath(folder), "0.0.0.0", port));
        Write("acl", BrokerFiles.Rules());
    }

    private string At(string name) => Path.Combine(folder, name);

    private byte[] Key(string name)
    {
        var text = File.ReadAllText(At(name)).Trim();
        return text.Length == KeyBytes * 2 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new IOException($"{At(name)} has {text.Length} characters; it must have {KeyBytes * 2} hex digits. Copy it again from its backup.");
    }

    private void Once(string name, Func<string> make)
    {
        if (!File.Exists(At(name)))
        {
            Write(name, make());
        }
    }

    private void Write(string name, string text)
    {
        using var file = new FileStream(At(name), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
