using System.Collections.Immutable;
using System.Reflection;
using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Screen;
using EdgeNode.Store;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>One site's node: its rooms put together around the loop. Holds no rule.</summary>
public sealed class Node : IAsyncDisposable
{
    private const int EventsWaiting = 1024;

    // Incidents and refusals of a busy day are among them.
    private const int FeedLength = 300;
    private readonly NodeStore _store;
    private readonly SiteDevices _devices;
    private readonly NodeCondition _condition;
    private readonly FeedRing _feed;
    private readonly SiteViews _views;
    private readonly UsageBook _usage;
    private readonly MemoryCare _care;
    private readonly MemoryKeeper _keeper;
    private readonly SigningKey _signing;
    private readonly OutageCodes _outage;
    private readonly ChannelWriter<SiteEvent> _events;
    private readonly ILogger _log;
    private CommandGate? _commands;
    private TimeSpan _lastOnline;

    private Node(SiteConfiguration configuration, NodeParts parts)
    {
        var site = configuration.Definition;
        _log = parts.Logs.CreateLogger<Node>();
        var problems = new ProblemList();
        _store = NodeStore.Open(configuration, parts, problems.Add);
        _signing = new(_store.Keys.SigningSeed);
        var events = Channel.CreateBounded<SiteEvent>(new BoundedChannelOptions(EventsWaiting) { SingleReader = true });
        _events = events.Writer;
        _feed = new(_store.Snapshot.Plan, FeedLength);
        ShowLatest();
        var recall = _store.Recall;
        var floor = recall.Last > BuildDate ? recall.Last : BuildDate;
        var clock = new SiteClock(parts.Time, parts.ClockConfirmed, floor);
        var sheets = parts.AsksForSafetySheets ? AcceptanceNews.Read(configuration, _signing, _store.Journal.Durable > 0, parts.Time.GetUtcNow(), problems.Add) : [];
        foreach (var told in parts.AsksForSafetySheets ? AcceptanceNews.Of(recall.State, configuration, sheets) : AcceptanceNews.NoneAsked(recall.State))
        {
            // Before any device is opened, so that nobody comes first.
            events.Writer.TryWrite(told);
        }

        _devices = SiteDevices.Open(configuration, parts, _store.Keys.IdentifierKey, events.Writer, () => clock.Uptime);
        var effects = new EffectRunner(Record, _devices.Outputs, new(events.Writer, parts.SingleThread), parts.Logs.CreateLogger<SiteLoop>());
        Loop = new(recall.State, events.Reader, clock, effects, parts.Time, parts.Logs.CreateLogger<SiteLoop>());
        _condition = new(problems, _store) { Sheets = sheets, Devices = _devices.Health };
        _views = new(Loop, _feed, _condition, new(TimeSpan.Zero, floor, ClockTrust.Untrusted));
        _usage = new(_store.Picture, events.Writer);
        Link = new Membership(configuration.StoreFolder).Settings(configuration.Network) is { } network ? OpenLink(site, network, parts, events.Writer) : null;
        _condition.Link = Link;
        _care = new(_store, recall, _signing, () => Loop.State, events.Writer, problems.Add);
        _keeper = new(CatchUp, parts.SingleThread, Troubled);
        Listen(events.Writer);
        _outage = new(site, _store.Keys.IdentifierKey, events.Writer);
        events.Writer.TryWrite(new SiteEvent.Started(ProgramVersion));
    }

    /// <summary>Version of this program.</summary>
    public static string ProgramVersion { get; } =
        typeof(Node).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Until when weaknesses of this version are mended.</summary>
    internal static DateOnly SupportEnds { get; } = DateOnly.ParseExact(
        typeof(Node).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(said => said.Key == nameof(SupportEnds)).Value!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The loop.</summary>
    public SiteLoop Loop { get; }

    /// <summary>The link to the network; null on a site that stands alone.</summary>
    public SiteLink? Link { get; }

    /// <summary>What the screen shows.</summary>
    public ISiteViews Views => _views;

    /// <summary>Names of people.</summary>
    public IPeopleNames Names => new PeopleNames(_store.Picture);

    /// <summary>The journal, for those who verify it.</summary>
    public Journal Journal => _store.Journal;

    /// <summary>Public half of the key with which the site signs its usage, lower-case hex.</summary>
    public string SiteKey => _signing.PublicHex;

    // Untrusted time never starts before this program was made.
    internal static DateTimeOffset BuildDate { get; } = File.GetLastWriteTimeUtc(typeof(Node).Assembly.Location);

    /// <summary>Opens the store and the devices; the link connects from here on by itself.</summary>
    public static Node Open(SiteConfiguration configuration, NodeParts parts)
    {
        var node = new Node(configuration, parts);
        node.Link?.Start();
        return node;
    }

    /// <summary>Hands an event to the loop; false while it takes no more.</summary>
    public bool Send(SiteEvent @event) => _events.TryWrite(@event);

    /// <summary>What the site knows of a list of people; of those who are in, without one.</summary>
    public RollCall RollCall(ImmutableArray<HolderRef>? listed) => Core.RollCall.Of(Loop.State, listed);

    /// <summary>The service's status line, from memory alone.</summary>
    public string Status() => StatusLine.Of(Loop.State, Link is { } link ? Standing(link.Health) : null);

    /// <summary>The loan badges as they are now.</summary>
    public LoanDesk LoanDesk() => Core.LoanDesk.Of(Loop.State);

    /// <summary>What the journal still knows of one person's way, newest first; slow, for those who have said why.</summary>
    public ImmutableArray<FeedItem> Movements(HolderRef holder) => PersonMovements.Of(_store, holder);

    /// <summary>Makes a backup every night from here on.</summary>
    internal void BackUp(SiteBackups backups, TimeZoneInfo zone, TimeProvider time) => _condition.Backup = new(backups, zone, time, _views.Touch);

    /// <summary>Ends in order: network, outputs into their safe level, memory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Link is { } link)
        {
            await link.DisposeAsync();
        }

        _condition.Backup?.Dispose();
        _devices.Dispose();
        await _keeper.DisposeAsync();
        _signing.Dispose();
        _store.Dispose();
    }

    private LinkStanding Standing(LinkHealth health)
    {
        var uptime = Loop.Clock.Uptime;
        _lastOnline = health.Connected ? uptime : _lastOnline;
        return new(health.Connected ? null : uptime - _lastOnline, _store.Waiting(health.AcknowledgedThrough));
    }

    private void ShowLatest()
    {
        foreach (var entry in _store.Latest.Where(entry => !FactWords.IsNoise(entry.Fact)))
        {
            _feed.Append(entry);
        }

        _feed.Confirm(_store.Journal.Durable);
    }

    private void Record(JournalFact fact, Moment now)
    {
        var sequence = _store.Journal.Append(fact, now);
        _commands?.Hear(sequence, fact);
        _commands?.Confirm(_store.Journal.Durable);
        if (sequence > 0 && !FactWords.IsNoise(fact))
        {
            _feed.Append(new(sequence, now, fact));

            // The disk may have been faster, and nothing may come after it for long.
            _feed.Confirm(Math.Min(sequence, _store.Journal.Durable));
        }
    }

    private SiteLink OpenLink(SiteDefinition site, NetworkSettings network, NodeParts parts, ChannelWriter<SiteEvent> events)
    {
        var settings = NetworkWords.Link(site, network) with { ReconnectCap = parts.LongestReconnectWait };
        _commands = new(site, new NonceFile(Path.Combine(_store.Folder, "network", "nonces")), parts.RealTime, events);
        var ports = new LinkPorts(
            new JournalOutbox(_store.Journal),
            new UploadCursor(_store.Picture),
            _usage,
            new PolicySink(_store.Policies, site, _store.Policy, events),
            new NetworkPicture(_views))
        {
            Certificate = network.CertificateFile is { } file ? new CertificateFile(file) : null,
            ClockConfirmed = parts.ClockConfirmed,
            Commands = _commands,
        };
        return new(settings, new(_signing, new([.. network.PublicKey])), ports, parts.RealTime, Spread(parts.Fill), parts.Logs.CreateLogger<SiteLink>());
    }

    // Reconnects must not come in step with other sites'; nothing secret hangs on it.
    private static Random Spread(FillBytes fill)
    {
        Span<byte> seed = stackalloc byte[4];
        fill(seed);
        return new(BitConverter.ToInt32(seed));
    }

    private void Listen(ChannelWriter<SiteEvent> events)
    {
        Loop.Stepped += () => LookAtJournal(events);
        _store.Journal.DurableAdvanced += Durable;
        _store.Journal.TakesRecordsChanged += takes => events.TryWrite(new SiteEvent.JournalHealthChanged(takes));
        _store.Journal.Trouble += _log.JournalTrouble;
        if (Link is { } link)
        {
            link.HealthChanged += _ => _views.Touch();
        }
    }

    private void Durable(long sequence)
    {
        _feed.Confirm(sequence);
        _commands?.Confirm(sequence);
        _keeper.Ring();
        _views.Touch();
    }

    // A full channel may have swallowed the news of the journal, so every step looks again.
    private void LookAtJournal(ChannelWriter<SiteEvent> events)
    {
        var takes = _store.Journal.Condition.TakesRecords;
        if (takes != Loop.State.JournalTakesRecords)
        {
            events.TryWrite(new SiteEvent.JournalHealthChanged(takes));
        }

        _outage.Follow(Loop.State);
        _views.Touch();
    }

    private void CatchUp()
    {
        _store.Picture.CatchUp();
        _usage.CaughtUp();
        Link?.Nudge();
        _care.Follow();
        _condition.MemoryTrouble = null;
    }

    private void Troubled(Exception fault)
    {
        _condition.MemoryTrouble = fault.Message;
        _log.MemoryTrouble(fault);
    }
}
