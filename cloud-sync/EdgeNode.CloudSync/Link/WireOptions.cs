using System.Security.Cryptography.X509Certificates;
using EdgeNode.Contracts;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeNode.CloudSync;

/// <summary>The settings in the words of the MQTT library.</summary>
internal static class WireOptions
{
    // Policy parts are the largest that comes down: 128 KiB as base64, and their frame.
    private const uint LargestPacket = 256 * 1024;
    private const ushort MostUnacknowledged = 32;

    public static MqttClientOptions Of(LinkSettings settings, byte[] will)
    {
        // The library's own time-out must not come before the link's, which names what was not confirmed.
        var options = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer(settings.Host, settings.Port)
            .WithClientId(settings.Site)
            .WithCleanStart(true)
            .WithKeepAlivePeriod(settings.KeepAlive)
            .WithTimeout(settings.BrokerTimeout * 2)
            .WithReceiveMaximum(MostUnacknowledged)
            .WithMaximumPacketSize(LargestPacket)
            .WithWillTopic(Topics.Status(settings.Site))
            .WithWillPayload(will)
            .WithWillRetain(true)
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce);
        if (settings.User is { } user)
        {
            options.WithCredentials(user, settings.Password ?? "");
        }

        if (settings.Tls)
        {
            options.WithTlsOptions(tls => Encrypt(tls, settings));
        }

        return options.Build();
    }

    private static void Encrypt(MqttClientTlsOptionsBuilder tls, LinkSettings settings)
    {
        // Asking a revocation service at each connect needs the internet; the pinned chain is the bound instead.
        tls.UseTls().WithTargetHost(settings.Host).WithRevocationMode(X509RevocationMode.NoCheck);
        if (settings.CaFile is { } file)
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(file);
            tls.WithTrustChain(chain);
        }
    }
}
