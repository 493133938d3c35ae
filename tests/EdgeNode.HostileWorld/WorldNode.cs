using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Store;
using EdgeNode.Store.Tests;
using EdgeNode.Worker;

namespace EdgeNode.HostileWorld;

/// <summary>
/// The node while it has power: the product's loop, core, journal, checkpoints, policy files, strikes and contacts, put together as
/// the program does it. Left out are LiteDB, whose picture decides nothing, the page, and the sockets of the link.
/// </summary>
internal sealed class WorldNode : IDisposable
{
    private const int SegmentBytes = 32 * 1024;

    // Fewer than on a site, so that a disk that refuses for minutes fills it.
    private const int BufferRecords = 20;
    private static readonly DateTimeOffset BuildDate = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly VerifyingKey Network = new(WorldHub.Key.PublicHex);
    private readonly Channel<SiteEvent> _events = Channel.CreateBounded<SiteEvent>(1024);
    private readonly ForgetfulDisk _disk;
    private readonly List<IDisposable> _devices = [];
    private readonly PolicyFiles _policies;
    private readonly Checkpoints _checkpoints;
    private readonly GpioController _chip;
    private SiteRecall _recall;
    private long _closed;

    public WorldNode(ForgetfulDisk disk, string folder, ScriptedGpioDriver chip, WorldClock clock, Random dice, WorldEars ears)
    {
        _disk = disk;
        _checkpoints = new("checkpoints", ears.Reported, disk);
        var found = _checkpoints.NewestFirst();
        Journal = Open(folder, found, clock.Time, dice, ears);
        _policies = new("policy", room: 0, disk);
        var policy = NodeStore.ReadPolicy(_policies, WorldSite.Configuration.Definition, ears.Reported);
        var snapshot = PolicySnapshot.Build(WorldSite.Configuration.Definition, policy);
        _recall = NodeStore.Remember(Journal, found, Site.Initial(WorldSite.Configuration.Definition, snapshot), ears.Reported);
        _closed = _recall.Closed;
        var siteClock = new SiteClock(clock.Time, () => clock.Confirmed, _recall.Last > BuildDate ? _recall.Last : BuildDate);
        _chip = new(chip);
        var outputs = new SiteOutputs(Strikes(clock.Time), Readers(ears));
        Contacts(clock.Time);
        Heard = new(_events.Reader);
        var log = new HeardLog();
        Loop = new(_recall.State, Heard, siteClock, new((fact, now) => ears.Recorded(this, fact, now), outputs, new(_events.Writer, singleThread: true), log), clock.Time, log);
        Loop.Stepped += LookAtJournal;
        Loop.Stepped += () => ears.Stepped(this);
        Journal.TakesRecordsChanged += takes => Post(new SiteEvent.JournalHealthChanged(takes));
        PolicyVersion = policy.Version;
        Post(new SiteEvent.Started("world"));
    }

    public Journal Journal { get; }

    public SiteLoop Loop { get; }

    public HeardEvents Heard { get; }

    /// <summary>Version of the last policy that was kept.</summary>
    public long PolicyVersion { get; private set; }

    /// <summary>Something happens at the site.</summary>
    public void Post(SiteEvent @event) => _events.Writer.TryWrite(@event);

    /// <summary>A policy arrives from the network, as the link takes it: only a newer one, only a signed one, kept before it is in force.</summary>
    public bool Offer(PackedPolicy packed)
    {
        if (packed.Head.Version <= PolicyVersion || !Network.Signed(packed.Head))
        {
            return false;
        }

        var letter = PolicyPacking.Join(packed.Head, packed.Parts);
        var site = WorldSite.Configuration.Definition;
        var read = PolicyReading.Read(letter, site.Id.Value, site.TimeZone, packed.Head.Hash);
        var snapshot = PolicySnapshot.Build(site, read.Policy ?? throw new BrokenPromiseException("the site reads what the network writes", string.Join("; ", read.Errors)));
        try
        {
            _policies.Save(packed.Head.Version, letter);
        }
        catch (IOException)
        {
            // The disk refuses: the policy before stays in force, and the network sends this one again.
            return false;
        }

        PolicyVersion = packed.Head.Version;
        Post(new SiteEvent.PolicyReplaced(snapshot));
        return true;
    }

    /// <summary>A record is durable: what is remembered of the site follows it, and is kept when a day is closed.</summary>
    public void Follow(JournalEntry entry, string hash)
    {
        if (entry.Sequence <= _recall.Sequence)
        {
            // Remembered at the start, and confirmed by the disk only now.
            return;
        }

        _recall = (_recall with { State = _recall.State with { Policy = Loop.State.Policy } }).Follow(entry, hash);
        if (_recall.Closed == _closed)
        {
            return;
        }

        try
        {
            _checkpoints.Save(_recall.Checkpoint());
            _closed = _recall.Closed;
        }
        catch (IOException)
        {
            // The next record tries again; until then a start reads more of the journal.
        }
    }

    /// <summary>Power goes: nothing is written any more.</summary>
    public void Dispose()
    {
        _disk.CutBefore = 1;
        try
        {
            Journal.Dispose();
        }
        catch (PowerCutException)
        {
            // As asked for: a clean end would have written.
        }

        _devices.ForEach(device => device.Dispose());
        _chip.Dispose();
    }

    private static Journal Open(string folder, IReadOnlyList<SiteCheckpoint> found, TimeProvider time, Random dice, WorldEars ears)
    {
        var options = new JournalOptions
        {
            FillSalt = dice.NextBytes,
            NewEpoch = () => "world",
            SegmentBytes = SegmentBytes,
            BufferRecords = BufferRecords,
            Synchronous = true,
            ReadFrom = found.Count > 0 ? found[0].Sequence : 1,
        };
        return Journal.Open(folder, options, time, ears.Disk);
    }

    private Dictionary<DoorId, StrikeOutput> Strikes(SimulatedTime time)
    {
        var strikes = new Dictionary<DoorId, StrikeOutput>();
        foreach (var strike in WorldSite.Configuration.Strikes)
        {
            var wiring = new StrikePin(strike.Pin, strike.ActiveHigh, strike.Wiring == StrikeWiring.FailSecure);
            strikes.Add(strike.Door, new(_chip, wiring, strike.Door, _events.Writer, time));
        }

        _devices.AddRange(strikes.Values);
        return strikes;
    }

    private static Dictionary<AccessPointId, IReader> Readers(WorldEars ears) =>
        WorldSite.Configuration.Definition.AccessPoints.ToDictionary(point => point.Id, IReader (point) => new HeardReader(point.Id, ears.Signalled));

    private void Contacts(SimulatedTime time)
    {
        foreach (var contact in WorldSite.Configuration.Contacts)
        {
            _devices.Add(new ContactInput(_chip, contact.Pin, contact.Normally == ContactRest.Closed, contact.Door, _events.Writer, time));
        }
    }

    // As the program does: the news of a full buffer may have been lost, so every step looks.
    private void LookAtJournal()
    {
        var takes = Journal.Condition.TakesRecords;
        if (takes != Loop.State.JournalTakesRecords)
        {
            Post(new SiteEvent.JournalHealthChanged(takes));
        }
    }
}
