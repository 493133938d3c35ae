using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MQTTnet;
using MQTTnet.Protocol;

namespace EdgeNode.Hub.Tests;

public sealed class TlsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    // Every kind of topic that there is, with whether a site may write it under its own name.
    private static readonly Dictionary<Type, (Func<string, string> Topic, bool Up)> Kinds = new()
    {
        [typeof(SiteTopic.Status)] = (Topics.Status, true),
        [typeof(SiteTopic.Now)] = (Topics.Now, true),
        [typeof(SiteTopic.Journal)] = (Topics.Journal, true),
        [typeof(SiteTopic.JournalLoss)] = (Topics.JournalLoss, true),
        [typeof(SiteTopic.UsageChunk)] = (site => Topics.UsageChunk(site, Day, 0), true),
        [typeof(SiteTopic.UsageManifest)] = (site => Topics.UsageManifest(site, Day), true),
        [typeof(SiteTopic.WantPolicy)] = (site => Topics.WantPolicy(site, 1), true),
        [typeof(SiteTopic.WantCertificate)] = (Topics.WantCertificate, true),
        [typeof(SiteTopic.Answer)] = (site => $"en/1/{site}/up/answer/c1", true),
        [typeof(SiteTopic.JournalAck)] = (Topics.JournalAck, false),
        [typeof(SiteTopic.UsageAck)] = (site => Topics.UsageAck(site, Day), false),
        [typeof(SiteTopic.PolicyHead)] = (Topics.PolicyHead, false),
        [typeof(SiteTopic.PolicyPart)] = (site => Topics.PolicyPart(site, 1, 0), false),
        [typeof(SiteTopic.PolicyDelta)] = (site => Topics.PolicyDelta(site, 1), false),
        [typeof(SiteTopic.Certificate)] = (Topics.Certificate, false),
        [typeof(SiteTopic.Command)] = (site => $"en/1/{site}/dn/cmd/c1", false),
    };

    private readonly CancellationTokenSource _bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public TlsTests() => _bound.CancelAfter(TimeSpan.FromSeconds(60));

    private CancellationToken Stop => _bound.Token;

    [Fact]
    public void Every_kind_of_topic_stands_in_the_table() =>
        Assert.Equal(typeof(SiteTopic).GetNestedTypes().OrderBy(type => type.Name), Kinds.Keys.OrderBy(type => type.Name));

    [Fact]
    public async Task A_site_can_neither_write_nor_read_for_another_on_any_topic()
    {
        await using var network = await SecureBroker.StartNew(Stop);
        var (a, heardByA) = await network.Connect(network.Certificate("site-a"), Stop);
        var (b, _) = await network.Connect(network.Certificate("site-b"), Stop);
        var (hub, heardByHub) = await network.Connect(await File.ReadAllTextAsync(Path.Combine(network.Folder, "hub-1.pem"), Stop), Stop);
        foreach (var filter in new[] { "#", "en/1/+/up/#", "en/1/+/dn/#", "en/1/site-b/#", "$share/hub/en/1/+/up/#" }.Concat(Kinds.Values.Select(kind => kind.Topic("site-b"))))
        {
            // The broker may take the subscription; what counts is what it delivers.
            await a.SubscribeAsync(filter, MqttQualityOfServiceLevel.AtLeastOnce, Stop);
        }

        await hub.SubscribeAsync("en/1/+/up/#", MqttQualityOfServiceLevel.AtLeastOnce, Stop);
        foreach (var (kind, (topic, up)) in Kinds)
        {
            Assert.True(await Refused(a, topic("site-b")), $"site-a wrote {kind.Name} of site-b");
            Assert.Equal(up, !await Refused(a, topic("site-a")));
            Assert.Equal(!up, !await Refused(hub, topic("site-b")));
            Assert.Equal(up, !await Refused(b, topic("site-b")));
        }

        // The last word is for site-a itself: whatever it was to hear of others would have come before.
        await SecureBroker.Say(hub, Topics.Certificate("site-a"), Stop);
        while (await heardByA.ReadAsync(Stop) is var heard && heard.Topic != Topics.Certificate("site-a"))
        {
            Assert.DoesNotContain("site-b", heard.Topic, StringComparison.Ordinal);
        }

        var ups = Kinds.Values.Where(kind => kind.Up).ToArray();
        var told = new List<string>();
        while (told.Count < 2 * ups.Length)
        {
            told.Add((await heardByHub.ReadAsync(Stop)).Topic);
        }

        Assert.Equal(ups.SelectMany(kind => new[] { kind.Topic("site-a"), kind.Topic("site-b") }).Order(), told.Order());

        async Task<bool> Refused(IMqttClient client, string topic) =>
            (await SecureBroker.Say(client, topic, Stop)).ReasonCode == MqttClientPublishReasonCode.NotAuthorized;
    }

    [Fact]
    public async Task Strangers_and_old_protocols_are_not_let_in_and_nobody_can_take_anothers_name()
    {
        await using var network = await SecureBroker.StartNew(Stop);
        var (foreign, key) = NetworkAuthority.Create(TimeProvider.System);
        using var stranger = new NetworkAuthority(foreign, key, TimeProvider.System);
        await Assert.ThrowsAnyAsync<Exception>(() => Try(null));
        await Assert.ThrowsAnyAsync<Exception>(() => Try(stranger.ForClient("site-a")));
        await Assert.ThrowsAnyAsync<Exception>(() => Try(network.Certificate("site-a", new FakeTimeProvider(DateTimeOffset.UtcNow.AddYears(-2)))));
        await Assert.ThrowsAnyAsync<Exception>(() => network.Connect(network.Certificate("site-a"), Stop, protocol: SslProtocols.Tls12));

        // The client id of another's does not end the other's connection: the certificate alone is the name.
        var (b, _) = await network.Connect(network.Certificate("site-b"), Stop);
        await network.Connect(network.Certificate("site-a"), Stop, clientId: "site-b");
        Assert.Equal(MqttClientPublishReasonCode.NoMatchingSubscribers, (await SecureBroker.Say(b, Topics.Status("site-b"), Stop)).ReasonCode);

        // TLS 1.3 tells a client that it was refused only with the first answer.
        async Task Try(string? pem)
        {
            var (client, _) = await network.Connect(pem, Stop);
            await SecureBroker.Say(client, Topics.Status("site-a"), Stop);
        }
    }

    [Fact]
    public async Task A_site_joins_by_its_certificate_uploads_and_gets_its_policy()
    {
        await using var network = await SecureBroker.StartNew(Stop);
        await using var hub = await Hub(network);
        await using var site = new SiteNode("gare", 5);
        hub.Directory.PutSite("gare", "Gare", site.Key.PublicHex);
        using var key = new SigningKey(network.Keys.SigningSeed);
        site.Live(Day, 2, 3, 20, ["gare"], new Random(1));
        Connect(network, site, key, new PemFile(network.Certificate("gare")));
        await site.WhenAllIsThere(Stop);
        await hub.PublishAsync("gare");
        await site.Link!.WhenPolicyAtLeast(1, Stop);
        Assert.Equal(site.Minutes["gare"], Assert.Single(hub.Totals.Read(null)).Minutes);
    }

    [Fact]
    public async Task A_certificate_is_renewed_when_two_thirds_of_its_life_are_over_and_the_new_one_opens_the_broker()
    {
        await using var network = await SecureBroker.StartNew(Stop);
        await using var hub = await Hub(network);
        await using var site = new SiteNode("gare", 5);
        hub.Directory.PutSite("gare", "Gare", site.Key.PublicHex);
        using var key = new SigningKey(network.Keys.SigningSeed);
        var file = new PemFile(network.Certificate("gare", new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-250))));
        var (before, old) = (X509Certificate2.CreateFromPem(file.Read()), file.Read());
        Connect(network, site, key, file);
        await site.Link!.WhenHealth(_ => file.Read() != old, Stop);
        using var after = X509Certificate2.CreateFromPem(file.Read(), file.Read());
        Assert.True(after.NotAfter > before.NotAfter.AddDays(200));
        Assert.Equal("CN=gare", after.Subject);
        Assert.NotEqual(before.GetPublicKey(), after.GetPublicKey());

        await network.Broker.Kill();
        await site.Link.WhenHealth(health => !health.Connected, Stop);
        await network.Broker.Start(Stop);
        await site.Link.WhenConnected(Stop);
        Assert.Equal(1, file.Replaced);
    }

    [Fact]
    public async Task A_young_certificate_is_left_alone_and_a_request_of_an_unknown_site_gets_none()
    {
        await using var network = await SecureBroker.StartNew(Stop);
        await using var hub = await Hub(network);
        await using var site = new SiteNode("gare", 5);
        using var key = new SigningKey(network.Keys.SigningSeed);
        var file = new PemFile(network.Certificate("gare"));
        Connect(network, site, key, file);
        await site.Link!.WhenConnected(Stop);

        var (stranger, heard) = await network.Connect(network.Certificate("unknown"), Stop);
        await stranger.SubscribeAsync("en/1/unknown/dn/#", MqttQualityOfServiceLevel.AtLeastOnce, Stop);
        await stranger.PublishBinaryAsync(Topics.WantCertificate("unknown"), LetterCodec.Encode(new CertificateWant("x")), MqttQualityOfServiceLevel.AtLeastOnce, false, Stop);
        await stranger.PublishBinaryAsync(
            Topics.Status("unknown"), LetterCodec.Encode(new SiteStatus(true, "0", "e1", 0, [])), MqttQualityOfServiceLevel.AtLeastOnce, false, Stop);
        Assert.Equal(Topics.JournalAck("unknown"), (await heard.ReadAsync(Stop)).Topic);
        Assert.Contains("gets no certificate", Assert.Single(hub.Fleet.Alerts()), StringComparison.Ordinal);
        Assert.Equal(0, file.Replaced);
    }

    [Fact]
    public async Task While_the_clock_is_unsure_only_the_dates_of_the_brokers_certificate_are_passed_over()
    {
        // The broker's certificate begins in two years: to this site, its own clock stands two years behind.
        await using var network = await SecureBroker.StartNew(Stop, new FakeTimeProvider(DateTimeOffset.UtcNow.AddYears(2)));
        using var key = new SigningKey(network.Keys.SigningSeed);
        await using var sure = new SiteNode("gare", 5);
        Connect(network, sure, key, new PemFile(network.Certificate("gare")));
        await sure.Link!.WhenHealth(health => health.Problems.Any(problem => problem.Contains("No connection", StringComparison.Ordinal)), Stop);

        await using var unsure = new SiteNode("parc", 6);
        Connect(network, unsure, key, new PemFile(network.Certificate("parc")), confirmed: false);
        await unsure.Link!.WhenConnected(Stop);
        Assert.False(sure.Link.Connected);

        await using var deceived = new SiteNode("quai", 7);
        Connect(network, deceived, key, new PemFile(network.Certificate("quai")), confirmed: false, host: "localhost");
        await deceived.Link!.WhenHealth(health => health.Problems.Any(problem => problem.Contains("No connection", StringComparison.Ordinal)), Stop);
        Assert.False(deceived.Link.Connected);
    }

    private static void Connect(SecureBroker network, SiteNode site, SigningKey key, PemFile certificate, bool confirmed = true, string host = "127.0.0.1") => site.Connect(
        network.Broker.Port,
        key,
        settings => settings with { Tls = true, CaFile = Path.Combine(network.Folder, "ca.pem"), Host = host },
        ports => ports with { Certificate = certificate, ClockConfirmed = () => confirmed });

    private static Task<HubHost> Hub(SecureBroker network) => HubHost.StartAsync(
        new(Path.Combine(network.Folder, "hub.db"), "127.0.0.1", network.Broker.Port, network.Keys.SigningSeed, network.Keys.IdentifierKey)
        {
            Tls = network.Keys.Tls("hub-1"),
            Authority = network.Keys.Authority,
        },
        TimeProvider.System,
        NullLoggerFactory.Instance);

    private sealed class PemFile(string pem) : ICertificateFile
    {
        private volatile string _pem = pem;

        public int Replaced { get; private set; }

        public string Read() => _pem;

        public void Replace(string pem) => (_pem, Replaced) = (pem, Replaced + 1);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"replaced {Replaced} times");
    }
}
