using System.Globalization;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Hub;
using EdgeNode.Worker;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Demo;

/// <summary>
/// A whole network in one process: the hub, a broker, and one site's node on simulated hardware and simulated time. One thread
/// makes everything happen at the site; what comes from the network is waited for, so that the same seed is the same story.
/// </summary>
public sealed class World : IBuilding, IAsyncDisposable
{
    private static readonly TimeSpan NetworkPatience = TimeSpan.FromSeconds(60);
    private readonly WorldOptions _options;
    private readonly ILoggerFactory _logs;
    private readonly SiteConfiguration _configuration;
    private readonly VirtualSite _building;
    private readonly Queue<Func<Task>> _chores = new();
    private readonly Dice _randomness;
    private WorldNetwork _network = null!;
    private WorldNode? _node;

    private World(WorldOptions options, ILoggerFactory logs)
    {
        (_options, _logs) = (options, logs);
        _randomness = new(options.Seed);
        Time = new SimulatedTime(options.Start);
        _configuration = DemoSite.Configuration(options);
        _building = DemoSite.Building(_configuration, Time);
    }

    /// <summary>The site's clocks.</summary>
    public SimulatedTime Time { get; }

    /// <summary>The node; null while its power is off.</summary>
    public Node? Node => _node?.Node;

    /// <summary>The network's hub.</summary>
    public HubHost Hub => _network.Hub;

    /// <summary>The building and its wires.</summary>
    public VirtualSite Building => _building;

    /// <summary>The site's configuration.</summary>
    public SiteConfiguration Configuration => _configuration;

    /// <summary>The time on the site's walls.</summary>
    public DateTimeOffset LocalNow => _configuration.Definition.TimeZone.Local(Time.GetUtcNow());

    /// <summary>Whether the site's network cable is plugged in.</summary>
    public bool NetworkPlugged => _network.Plugged;

    /// <summary>Whether the broker runs.</summary>
    public bool BrokerRuns => _network.BrokerRuns;

    /// <summary>Starts hub, broker and node; done when the site has its first policy.</summary>
    public static async Task<World> StartAsync(WorldOptions options, ILoggerFactory logs)
    {
        var world = new World(options, logs);
        world._network = await WorldNetwork.StartAsync(options, world.Time, world.Key("identifier.key"), world.Key("signing.seed"), logs);
        world.HandOver("identifier.key");
        await world.PowerOnAsync();
        await world.PublishAsync();
        return world;
    }

    /// <summary>Plays the story day by day from now on.</summary>
    public void PlayDays() => new Calendar(this, _options.Seed).PlayFromNow();

    /// <summary>Lets simulated time pass up to an instant, with everything that happens until then.</summary>
    public async Task RunToAsync(TimeSpan until)
    {
        for (var due = await SettleAsync(); due <= until; due = await SettleAsync())
        {
            Time.AdvanceTo(due);
            Node?.Loop.PassTime();
        }

        Time.AdvanceTo(until);
        await SettleAsync();
    }

    /// <summary>Something that takes the network's time, done before simulated time goes on.</summary>
    public void Queue(Func<Task> chore) => _chores.Enqueue(chore);

    /// <summary>Sends the site what has changed at the hub, and waits for it to arrive where it can.</summary>
    public async Task PublishAsync()
    {
        var version = await _network.PublishAsync();
        await WhenReachableAsync(link => link.WhenPolicyAtLeast(version));
    }

    /// <summary>Makes a booking without sending it yet; one with the id of another takes its place.</summary>
    public void Book(Person person, ResourceId resource, DateTimeOffset start, DateTimeOffset end, string? id = null) =>
        _network.Book(person, resource, start, end, id);

    /// <summary>Uploads the usage days that are owed, and waits for the hub's word where it can be reached.</summary>
    public Task UploadAsync()
    {
        Node?.Link?.UploadDays();
        return WhenReachableAsync(link => link.WhenDaysAcknowledged());
    }

    /// <summary>Pulls the network cable, or plugs it in and waits until the site has caught up.</summary>
    public void SetNetwork(bool plugged)
    {
        _network.SetPlugged(plugged);
        Queue(CatchUpAsync);
    }

    /// <summary>Kills the broker, or starts it again without its memory.</summary>
    public async Task SetBrokerAsync(bool runs)
    {
        await _network.SetBrokerAsync(runs);
        Queue(CatchUpAsync);
    }

    /// <summary>Makes the site's wall clock jump; its loop looks at the clock every second, and so it does here.</summary>
    public void JumpWall(TimeSpan by)
    {
        Time.JumpWall(by);
        Node?.Loop.Look();
    }

    /// <summary>Pulls the node's power in the middle of whatever it does, and puts it back: a new node on the same store. The network hears no farewell.</summary>
    public async Task PullPowerAsync()
    {
        var plugged = _network.Plugged;
        _network.SetPlugged(false);
        if (Interlocked.Exchange(ref _node, null) is { } node)
        {
            await node.DisposeAsync();
        }

        _network.SetPlugged(plugged);
        await PowerOnAsync();
    }

    /// <inheritdoc/>
    public void After(TimeSpan delay, Action action) => Time.After(delay, action);

    /// <inheritdoc/>
    public void Tap(AccessPointId accessPoint, DemoCard card) => _building.Reader(accessPoint).Send(card.Bits);

    /// <inheritdoc/>
    public void PressExit(DoorId door) => _building.Door(door).PressExit();

    /// <inheritdoc/>
    public bool TryOpen(DoorId door) => _building.Door(door).TryOpen();

    /// <inheritdoc/>
    public void Close(DoorId door) => _building.Door(door).Close();

    /// <inheritdoc/>
    public void Force(DoorId door) => _building.Door(door).Force();

    /// <inheritdoc/>
    public void Sit(ResourceId desk) => _building.Desk(desk).Set(true);

    /// <inheritdoc/>
    public void Leave(ResourceId desk) => _building.Desk(desk).Set(false);

    /// <inheritdoc/>
    public void Silence(ResourceId desk, bool silent) => _building.Desk(desk).Silence(silent);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _node, null) is { } node)
        {
            await node.DisposeAsync();
        }

        await _network.DisposeAsync();
    }

    private async Task PowerOnAsync()
    {
        _node = WorldNode.Start(_configuration, _network, Time, _building, _randomness.Fill, _logs);
        _network.Know(_node.Node.SiteKey);
        await CatchUpAsync();
    }

    // A key of the network's own; kept, so that a world on an old folder goes on where it was.
    private byte[] Key(string name)
    {
        var path = Path.Combine(_options.Folder, "hub", name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var key = new byte[32];
            _randomness.Fill(key);
            File.WriteAllText(path, Convert.ToHexStringLower(key));
        }

        return Convert.FromHexString(File.ReadAllText(path));
    }

    // What an installer does: the network's identifier key is laid into the site's store.
    private void HandOver(string name)
    {
        var to = Path.Combine(_configuration.StoreFolder, "keys", name);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine(_options.Folder, "hub", name), to, overwrite: true);
        File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private Task CatchUpAsync() => WhenReachableAsync(async link =>
    {
        await link.WhenConnected();
        await link.WhenPolicyAtLeast(_network.Published);
        await link.WhenDaysAcknowledged();
    });

    // Nothing moves at the site while the network is waited for, but what comes from there is taken in at once.
    private async Task WhenReachableAsync(Func<CloudSync.SiteLink, Task> arrival)
    {
        if (Node is not { Link: { } link } node || !_network.Reachable)
        {
            return;
        }

        var arrived = arrival(link);
        using var patience = new CancellationTokenSource(NetworkPatience);
        while (!arrived.IsCompleted)
        {
            node.Loop.Drain();
            await Task.WhenAny(arrived, node.Loop.WhenEventAsync(patience.Token));
            patience.Token.ThrowIfCancellationRequested();
        }

        await arrived;
        node.Loop.Drain();
    }

    // Takes everything that waits; returns the next instant at which something is due.
    private async Task<TimeSpan> SettleAsync()
    {
        do
        {
            Node?.Loop.Drain();
            while (_chores.TryDequeue(out var chore))
            {
                await chore();
            }
        }
        while (Node?.Loop.Drain() > 0);
        return Earlier(Time.NextTimer, _node?.NextDue) ?? TimeSpan.MaxValue;
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => other is null || one <= other ? one : other;
}
