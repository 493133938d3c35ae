using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Store.Tests;

namespace EdgeNode.HostileWorld;

/// <summary>
/// A site with its people, its troubles and its network on simulated time: one thread, no waiting, the same seed is the same story.
/// After every event the node is compared with the reference and asked for every promise.
/// </summary>
internal sealed class World : IDisposable
{
    private readonly WorldOptions _options;
    private readonly string _folder;
    private readonly ScriptedGpioDriver _chip;
    private readonly Dictionary<string, VirtualDoor> _doors = [];
    private readonly Dictionary<string, int> _seated = [];
    private readonly WorldEars _ears;
    private readonly Promises _promises;
    private readonly Random _dice;
    private WorldNode? _node;
    private TimeSpan _stalledUntil;

    public World(WorldOptions options, string folder)
    {
        (_options, _folder) = (options, folder);
        _dice = new(options.Seed);
        var monday = Weeks.Begin(options.Seed);
        Clock = new(monday);
        Hub = new() { Start = monday };
        Disk = new(options.Seed);
        Disk.CreateFolder(folder);
        _chip = new(Clock.Time);
        foreach (var door in WorldSite.Configuration.Definition.Doors)
        {
            _doors[door.Id.Value] = new(Clock.Time, _chip, WorldSite.Wires(door.Id));
            _doors[door.Id.Value].Idle();
        }

        Chronicle = new(Clock, options.Listener);
        _promises = new(this, Chronicle);
        _ears = new(options.DiskSyncs ? Disk : new SyncReplaced(Disk, _ => { }), _promises.Recorded, _promises.Stepped, _promises.Signalled, report => Chronicle.Say($"reported: {report}"));
        _chip.OutputChanged += _promises.OutputChanged;
    }

    public WorldClock Clock { get; }

    public WorldHub Hub { get; }

    public ForgetfulDisk Disk { get; }

    public Chronicle Chronicle { get; }

    public ScriptedGpioDriver Chip => _chip;

    /// <summary>The node; null while its power is off.</summary>
    public WorldNode? Node => _node;

    /// <summary>Whether the loop runs: it has power and does not hang.</summary>
    public bool Runs => _node is not null && Clock.Uptime >= _stalledUntil;

    /// <summary>Usage days that the hub has not acknowledged, and what they are worth.</summary>
    public Books Books => _promises.Books;

    /// <summary>Whether the network can be reached.</summary>
    public bool Connected { get; set; } = true;

    public TimeSpan Uptime => Clock.Uptime;

    public VirtualDoor Door(string id) => _doors[id];

    public bool IsSeated(string desk) => _seated.GetValueOrDefault(desk) > 0;

    public void Sit(string desk, int people) => _seated[desk] = _seated.GetValueOrDefault(desk) + people;

    public void After(TimeSpan delay, Action action) => Clock.Time.After(delay, action);

    /// <summary>Something happens at the site; without power nobody hears it.</summary>
    public void Post(SiteEvent @event) => _node?.Post(@event);

    /// <summary>A badge at a reader, read some time ago.</summary>
    public void Tap(string reader, string token, TimeSpan ago = default)
    {
        if (_node is { } node)
        {
            node.Post(new SiteEvent.IdentifierPresented(new(reader), new(token), node.Loop.Clock.Uptime - ago));
        }
    }

    /// <summary>Somebody inside wants out and the door does not give way.</summary>
    public void IsKeptInside(string door) => _promises.IsKeptInside(door);

    /// <summary>The loop hangs for a while; timers of the drivers go on.</summary>
    public void Stall(TimeSpan time) => _stalledUntil = Clock.Uptime + time;

    /// <summary>The node's wall clock jumps; its loop looks at the clock every second.</summary>
    public void JumpWall(TimeSpan by)
    {
        Clock.Time.JumpWall(by);
        Look();
    }

    /// <summary>The loop looks at its clocks.</summary>
    public void Look()
    {
        if (Runs)
        {
            _node!.Loop.Look();
        }
    }

    /// <summary>The power goes, and comes back.</summary>
    public void CutPower(TimeSpan darkFor)
    {
        Chronicle.Say($"the power goes for {darkFor}");
        _promises.PowerGoes(_node);
        _node?.Dispose();
        _node = null;
        Disk.PowerOn();
        After(darkFor, Start);
    }

    /// <summary>Plays the story.</summary>
    public WorldOutcome Play()
    {
        WorldFailure? failure = null;
        try
        {
            Hub.Publish(Clock.True);
            Begin();
            Start();
            Offer(Hub.Latest);
            while (Clock.Uptime < _options.Length)
            {
                Step();
            }
        }
        catch (BrokenPromiseException broken)
        {
            failure = Chronicle.Failure(broken.Promise, broken.Words, _promises.Steps);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            failure = Chronicle.Failure("nothing is thrown", fault.ToString(), _promises.Steps);
        }

        return new(_options, _promises.Steps, _promises.Records, _promises.Head, _promises.Starts, failure);
    }

    /// <summary>A policy reaches the site, once or again.</summary>
    public void Offer(PackedPolicy packed)
    {
        if (Runs && _node!.Offer(packed))
        {
            _promises.PolicyKept(packed.Head.Version);
        }
    }

    public void Dispose()
    {
        _node?.Dispose();
        _node = null;
    }

    private void Begin()
    {
        var number = 0;
        foreach (var actor in Cast.All)
        {
            var dice = new Random((_options.Seed * 1009) + ++number);
            if (!_options.Without.Contains(actor.Name))
            {
                GoOn(actor.Script(this, dice).GetEnumerator());
            }
        }
    }

    private void GoOn(IEnumerator<TimeSpan> script)
    {
        if (script.MoveNext())
        {
            After(script.Current > TimeSpan.Zero ? script.Current : TimeSpan.Zero, () => GoOn(script));
        }
    }

    private void Start()
    {
        try
        {
            _node = new(Disk, _folder, _chip, Clock, _dice, _ears);
            _promises.Started(_node);
        }
        catch (PowerCutException)
        {
            Disk.PowerOn();
            After(TimeSpan.FromSeconds(20), Start);
        }
        catch (IOException refused)
        {
            Chronicle.Say($"the node does not start: {refused.Message}");
            After(TimeSpan.FromSeconds(10), Start);
        }
    }

    // One instant: everything that is due in the world, then everything that the node makes of it.
    private void Step()
    {
        var due = Clock.Time.NextTimer ?? _options.Length;
        if (NodeDue() is { } nodeDue && nodeDue < due)
        {
            due = nodeDue;
        }

        try
        {
            Clock.Time.AdvanceTo(due);
            if (Runs)
            {
                Settle(_node!);
            }
        }
        catch (PowerCutException)
        {
            CutPower(TimeSpan.FromSeconds(_dice.Next(1, 900)));
        }
    }

    private void Settle(WorldNode node)
    {
        do
        {
            node.Loop.Drain();
            node.Loop.PassTime();
        }
        while (node.Loop.Drain() > 0);
        _promises.Settled(node);
    }

    private TimeSpan? NodeDue()
    {
        if (_node is not { Loop.Next: { } next } node)
        {
            return null;
        }

        var due = Clock.Uptime - node.Loop.Clock.Uptime + next.Uptime;
        due = due > _stalledUntil ? due : _stalledUntil;
        return due > Clock.Uptime ? due : Clock.Uptime;
    }
}
