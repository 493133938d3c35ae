using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Formatter;

namespace EdgeNode.Hub;

/// <summary>The hub's options in the words of the MQTT library.</summary>
internal static class HubWire
{
    // A worker keeps no session: the broker would hold back letters for one that never comes again.
    public static MqttClientOptions Options(HubOptions options)
    {
        var builder = new MqttClientOptionsBuilder()
            .WithTcpServer(options.BrokerHost, options.BrokerPort)
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId(options.Worker)
            .WithCleanStart(true)
            .WithReceiveMaximum(64)
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(10));
        if (options.User is { } user)
        {
            builder.WithCredentials(user, options.Password);
        }

        if (options.Tls is { } tls)
        {
            builder.WithTlsOptions(encrypted => Encrypt(encrypted, options, tls));
        }

        return builder.Build();
    }

    private static void Encrypt(MqttClientTlsOptionsBuilder encrypted, HubOptions options, HubTls tls)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(tls.CaFile);
        encrypted.UseTls()
            .WithSslProtocols(System.Security.Authentication.SslProtocols.Tls13)
            .WithTargetHost(options.BrokerHost)
            .WithRevocationMode(X509RevocationMode.NoCheck)
            .WithTrustChain(chain)
            .WithClientCertificates([X509Certificate2.CreateFromPemFile(tls.CertificateFile, tls.KeyFile)]);
    }
}
