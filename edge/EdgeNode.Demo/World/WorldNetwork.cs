using System.Globalization;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Hub;
using EdgeNode.Worker;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Demo;

/// <summary>The network's side of the world: a broker, the hub, and the cable to the site.</summary>
internal sealed class WorldNetwork : IAsyncDisposable
{
    /// <summary>Short, since nothing happens in the world while the network is waited for.</summary>
    public static readonly TimeSpan LongestReconnectWait = TimeSpan.FromSeconds(1);

    private const string StaffProfile = "host-staff";
    private readonly EmbeddedBroker? _broker;
    private readonly NetworkCable _cable;
    private int _bookings;

    private WorldNetwork(HubHost hub, EmbeddedBroker? broker, NetworkCable cable) => (Hub, _broker, _cable) = (hub, broker, cable);

    /// <summary>The hub.</summary>
    public HubHost Hub { get; }

    /// <summary>Whether the cable is plugged in.</summary>
    public bool Plugged => _cable.Plugged;

    /// <summary>Whether the broker runs; one outside this process is taken to run.</summary>
    public bool BrokerRuns => _broker?.Running ?? true;

    /// <summary>Whether the site can reach the hub.</summary>
    public bool Reachable => Plugged && BrokerRuns;

    /// <summary>Version of the policy that the site should have.</summary>
    public long Published { get; private set; }

    /// <summary>How the site reaches the network.</summary>
    public NetworkSettings Settings => new("127.0.0.1", _cable.Port, false, null, null, null, null, [.. Convert.FromHexString(Hub.PublicKey)]);

    /// <summary>Starts broker and hub, with everybody entered.</summary>
    public static async Task<WorldNetwork> StartAsync(WorldOptions options, SimulatedTime time, byte[] identifierKey, byte[] signingSeed, ILoggerFactory logs)
    {
        var broker = options.ExternalBroker is null ? new EmbeddedBroker(FreePort.Find()) : null;
        if (broker is not null)
        {
            await broker.StartAsync();
        }

        var port = options.ExternalBroker ?? broker!.Port;
        var hub = HubHost.Open(
            new(Path.Combine(options.Folder, "hub", "hub.db"), "127.0.0.1", port, signingSeed, identifierKey)
            {
                SharesSubscription = broker is null,
                LongestReconnectWait = LongestReconnectWait,
                Listen = options.HubPort is { } listen ? new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{listen}")) : null,
            },
            time,
            logs);
        Enter(hub.Directory, options.Start);
        await hub.BeginAsync();
        return new(hub, broker, new NetworkCable(port));
    }

    /// <summary>Makes a booking at the hub, or moves the one of that id.</summary>
    public void Book(Person person, ResourceId resource, DateTimeOffset start, DateTimeOffset end, string? id) =>
        Hub.Directory.Put(new Reservation(
            id ?? string.Create(CultureInfo.InvariantCulture, $"b{++_bookings:000000}"), Population.HomeSite, person.Reference, resource.Value, start, end));

    /// <summary>Tells the hub the key with which the site signs.</summary>
    public void Know(string siteKey) => Hub.Directory.PutSite(Population.HomeSite, "Brussels Canal", siteKey);

    /// <summary>Sends the site's policy; returns the version that it should have.</summary>
    public async Task<long> PublishAsync() => Published = await Hub.PublishAsync(Population.HomeSite);

    /// <summary>Pulls the cable or plugs it in.</summary>
    public void SetPlugged(bool plugged)
    {
        if (plugged)
        {
            _cable.Plug();
        }
        else
        {
            _cable.Unplug();
        }
    }

    /// <summary>Kills the broker or starts it again, empty; one outside this process is left alone.</summary>
    public Task SetBrokerAsync(bool runs) => _broker is null ? Task.CompletedTask : runs ? _broker.StartAsync() : _broker.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await _cable.DisposeAsync();
        await Hub.DisposeAsync();
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    private static void Enter(HubDirectory directory, DateTimeOffset start)
    {
        foreach (var site in Population.OtherHomes.Append(Population.HomeSite))
        {
            directory.PutSite(site, site, null);
        }

        foreach (var area in (string[])["lobby", "floor", "host"])
        {
            directory.PutRight(Population.HomeSite, StaffProfile, area, null);
        }

        foreach (var person in Population.All)
        {
            directory.Put(new Member(
                person.Reference, $"{person.Class}", person.Home, person.Class == HolderClass.Staff ? [StaffProfile] : []));
            directory.Put(new Card(person.Reference, person.Card.Bits, null, person.ExpiresBeforeDay ? start.AddDays(-30) : null));
        }
    }
}
