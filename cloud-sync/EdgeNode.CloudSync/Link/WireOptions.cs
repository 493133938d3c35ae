using System.Security.Authentication;
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

    /// <summary>Those of the link, which leaves a last will.</summary>
    public static MqttClientOptions Of(LinkSettings settings, LinkPorts ports, byte[] will) => Plain(settings, ports.Certificate?.Read(), ports.ClockConfirmed)
        .WithWillTopic(Topics.Status(settings.Site))
        .WithWillPayload(will)
        .WithWillRetain(true)
        .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .Build();

    /// <summary>Those without a will.</summary>
    public static MqttClientOptionsBuilder Plain(LinkSettings settings, string? certificate, Func<bool> clockConfirmed)
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
            .WithMaximumPacketSize(LargestPacket);
        if (settings.User is { } user)
        {
            options.WithCredentials(user, settings.Password ?? "");
        }

        if (settings.Tls)
        {
            options.WithTlsOptions(tls => Encrypt(tls, settings, certificate, clockConfirmed));
        }

        return options;
    }

    private static void Encrypt(MqttClientTlsOptionsBuilder tls, LinkSettings settings, string? certificate, Func<bool> clockConfirmed)
    {
        var authorities = settings.CaFile is { } file ? Authorities(file) : null;
        tls.UseTls()
            .WithSslProtocols(SslProtocols.Tls13)
            .WithTargetHost(settings.Host)
            .WithRevocationMode(X509RevocationMode.NoCheck)
            .WithCertificateValidationHandler(shown => BrokerTrust.Accepts(
                new X509Certificate2(shown.Certificate), shown.Chain.ChainPolicy.ExtraStore, shown.SslPolicyErrors, authorities, clockConfirmed()));
        if (certificate is { } pem)
        {
            tls.WithClientCertificates([X509Certificate2.CreateFromPem(pem, pem)]);
        }
    }

    private static X509Certificate2Collection Authorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities;
    }
}
