using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using EdgeNode.CloudSync.Tests;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeNode.Hub.Tests;

/// <summary>A real mosquitto with the files that the hub itself writes for a network: TLS 1.3, certificates, topic rules.</summary>
internal sealed class SecureBroker : IAsyncDisposable
{
    private SecureBroker(string folder) => Folder = folder;

    public string Folder { get; }

    public Mosquitto Broker { get; private set; } = null!;

    public KeyFolder Keys => new(Folder);

    public X509Certificate2Collection Trusted
    {
        get
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(Path.Combine(Folder, "ca.pem"));
            return chain;
        }
    }

    /// <param name="stop">Bounds the wait.</param>
    /// <param name="brokersClock">The clock by which the broker's certificate is made; null = the right one.</param>
    public static async Task<SecureBroker> StartNew(CancellationToken stop, TimeProvider? brokersClock = null)
    {
        var secure = new SecureBroker(Directory.CreateTempSubdirectory("edgenode-network-").FullName);
        secure.Keys.Create("127.0.0.1", 8883, TimeProvider.System);
        if (brokersClock is not null)
        {
            using var authority = secure.Authority(brokersClock);
            await File.WriteAllTextAsync(Path.Combine(secure.Folder, "broker.pem"), authority.ForBroker("127.0.0.1"), stop);
        }

        secure.Broker = await Mosquitto.StartNew(stop, port => BrokerFiles.Configuration(secure.Folder, "127.0.0.1", port));
        return secure;
    }

    public NetworkAuthority Authority(TimeProvider time) => new(Keys.Authority!.CertificatePem, Keys.Authority.KeyPem, time);

    public string Certificate(string name, TimeProvider? time = null)
    {
        using var authority = Authority(time ?? TimeProvider.System);
        return authority.ForClient(name);
    }

    /// <summary>A bare client: it says and hears what it is told to, whatever the rules of the product.</summary>
    public async Task<(IMqttClient Client, ChannelReader<MqttApplicationMessage> Heard)> Connect(
        string? pem, CancellationToken stop, string clientId = "anybody", SslProtocols protocol = SslProtocols.Tls13)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        var heard = Channel.CreateUnbounded<MqttApplicationMessage>();
        client.ApplicationMessageReceivedAsync += args =>
        {
            heard.Writer.TryWrite(args.ApplicationMessage);
            return Task.CompletedTask;
        };
        client.DisconnectedAsync += _ =>
        {
            heard.Writer.TryComplete();
            return Task.CompletedTask;
        };
        var options = new MqttClientOptionsBuilder()
            .WithEndPoint(new IPEndPoint(IPAddress.Loopback, Broker.Port))
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId(clientId)
            .WithTlsOptions(tls =>
            {
                tls.UseTls().WithSslProtocols(protocol).WithTargetHost("127.0.0.1").WithRevocationMode(X509RevocationMode.NoCheck).WithTrustChain(Trusted);
                if (pem is not null)
                {
                    tls.WithClientCertificates([X509Certificate2.CreateFromPem(pem, pem)]);
                }
            })
            .Build();
        await client.ConnectAsync(options, stop);
        return (client, heard.Reader);
    }

    public static Task<MqttClientPublishResult> Say(IMqttClient client, string topic, CancellationToken stop) =>
        client.PublishStringAsync(topic, "x", MqttQualityOfServiceLevel.AtLeastOnce, retain: false, stop);

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
