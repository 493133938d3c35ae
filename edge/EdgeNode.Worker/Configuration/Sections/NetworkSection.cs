using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>network: the broker and the key of the network; absent = the site stands alone.</summary>
internal static class NetworkSection
{
    private const int KeyBytes = 32;
    private const string ExampleKey = "the 64 hexadecimal digits that the network gave you";

    public static NetworkSettings? Read(MapReader root) => root.Optional("network").Map("network section", Network);

    private static NetworkSettings Network(MapReader map)
    {
        var host = Host(map.Required("broker", "broker.network.example"));
        var tls = map.Optional("tls").Flag() ?? true;
        var port = map.Optional("port").Whole(1, 65535, 8883) ?? (tls ? 8883 : 1883);
        var ca = Files.Path(map.Optional("caFile"));
        var certificate = map.Optional("certificateFile");
        if (!certificate.IsAbsent && !tls)
        {
            certificate.Fail("a certificate is given but tls is false", "take tls: false out, or the certificate");
        }

        var user = map.Optional("user").Text();
        return new(host, port, tls, ca, Files.Path(certificate), user, Password(map), Key(map.Required("publicKey", ExampleKey)));
    }

    /// <summary>The name or address of a machine; empty where it is none.</summary>
    public static string Host(Field field)
    {
        var host = field.Text();
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            field.Fail($"{Quoted.Text(host)} is no host name or address", "write the name alone, without mqtt:// and port, for example broker: broker.network.example");
        }

        return host ?? "";
    }

    /// <summary>Where a password lies: in a file or a credential.</summary>
    public static PasswordSource? Password(MapReader map)
    {
        var file = map.Optional("passwordFile");
        var credential = map.Optional("passwordCredential");
        if (!file.IsAbsent && !credential.IsAbsent)
        {
            credential.Fail("both passwordFile and passwordCredential are given", "keep one of the two");
        }

        return (Files.Path(file), credential.Text()) switch
        {
            ({ } path, _) => new PasswordSource.InFile(path),
            (_, { } name) => new PasswordSource.Credential(name),
            _ => null,
        };
    }

    private static ImmutableArray<byte> Key(Field field)
    {
        var text = field.Text();
        if (text is null)
        {
            return [];
        }

        if (text.Length == 2 * KeyBytes && text.All(char.IsAsciiHexDigit))
        {
            return [.. Convert.FromHexString(text)];
        }

        field.Fail($"publicKey has {text.Length} characters of the wrong kind or number; it must be {2 * KeyBytes} hexadecimal digits", $"write {ExampleKey}");
        return [];
    }
}
