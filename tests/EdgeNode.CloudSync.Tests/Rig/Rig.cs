using System.Collections.Concurrent;
using EdgeNode.Contracts;
using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync.Tests;

/// <summary>A link between a site in memory and a hub moved by hand, over a real broker. Every wait ends by <see cref="Stop"/>.</summary>
internal sealed class Rig : IAsyncDisposable, ILogger<SiteLink>
{
    // RFC 8032 section 7.1: TEST 1 signs for the network, TEST 2 for the site.
    public static readonly SigningKey NetworkKey = new(Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    public static readonly SigningKey SiteKey = new(Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

    private readonly CancellationTokenSource _bound;

    private Rig(Mosquitto broker, CancellationTokenSource bound)
    {
        (Broker, _bound) = (broker, bound);
        Proxy = new(broker.Port);
    }

    public Mosquitto Broker { get; }

    public Proxy Proxy { get; }

    public HubDouble Hub { get; private set; } = null!;

    public SiteDouble Site { get; } = new();

    public SiteLink Link { get; private set; } = null!;

    /// <summary>The site's ports; with the gate of commands where one is wanted.</summary>
    public LinkPorts Ports => Site.Ports with { Commands = Gate, ClockConfirmed = () => ClockConfirmed };

    public GateDouble Gate { get; set; } = new();

    public bool ClockConfirmed { get; set; } = true;

    public ConcurrentQueue<string> Logged { get; } = new();

    public CancellationToken Stop => _bound.Token;

    public static async Task<Rig> Build()
    {
        var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        var rig = new Rig(await Mosquitto.StartNew(bound.Token), bound);
        rig.Hub = await HubDouble.Connect(rig.Broker.Port, bound.Token);
        return rig;
    }

    public async Task Connect(Func<LinkSettings, LinkSettings>? change = null)
    {
        var settings = new LinkSettings(SiteDouble.Name, "127.0.0.1", Proxy.Port, "0.1.0", TimeZoneInfo.Utc)
        {
            ReconnectBase = TimeSpan.FromMilliseconds(10),
            ReconnectCap = TimeSpan.FromMilliseconds(50),
            PictureHold = TimeSpan.FromHours(1),
            HubTimeout = TimeSpan.FromHours(1),
        };
        Link = new(change?.Invoke(settings) ?? settings, new(SiteKey, new(NetworkKey.PublicHex)), Ports, TimeProvider.System, new Random(1), this);
        Link.Start();
        await Link.WhenConnected(Stop);
    }

    public async Task RestartBroker()
    {
        await Broker.Start(Stop);
        await Hub.DisposeAsync();
        Hub = await HubDouble.Connect(Broker.Port, Stop);
    }

    public Task Acknowledge(long through) => Hub.Send(Topics.JournalAck(SiteDouble.Name), new JournalAck("e1", through), Stop);

    public Task WhenProblem(string words) =>
        Link.WhenHealth(health => health.Problems.Any(problem => problem.Contains(words, StringComparison.Ordinal)), Stop);

    public async ValueTask DisposeAsync()
    {
        if (Link is not null)
        {
            await Link.DisposeAsync();
        }

        await Hub.DisposeAsync();
        await Proxy.DisposeAsync();
        await Broker.DisposeAsync();
        _bound.Dispose();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Logged.Enqueue($"{logLevel}: {formatter(state, exception)}");
}
