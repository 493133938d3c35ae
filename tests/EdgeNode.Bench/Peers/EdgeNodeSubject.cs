using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Store;
using EdgeNode.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Bench;

/// <summary>
/// The product's own loop, rules and journal behind readers that speak MQTT. It answers once the tap's record is durable, though at a site the
/// strike does not wait for that. All of its rules run: sessions, presence, door timers and alarms. People have a standing right here: ten thousand
/// bookings of one morning would be a contest for seats.
/// </summary>
internal sealed class EdgeNodeSubject : IAsyncDisposable
{
    private readonly ConcurrentQueue<(long Record, string Door, string Number)> _granted = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<SiteEvent> _events = Channel.CreateBounded<SiteEvent>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Journal _journal;
    private readonly SiteLoop _loop;
    private readonly Dictionary<string, MqttReader> _readers;
    private readonly Lock _answering = new();
    private PeerLine? _line;
    private Task _running = Task.CompletedTask;

    private EdgeNodeSubject(string folder, int people)
    {
        _journal = Journal.Open(Path.Combine(folder, "journal"), StoreRecords.Options with { BufferRecords = 100_000 });
        var site = Definition();
        var clock = new SiteClock(TimeProvider.System, () => true, DateTimeOffset.UnixEpoch);
        _readers = site.AccessPoints.ToDictionary(point => point.Id.Value, point => new MqttReader(this, point.Id, () => clock.Uptime));
        var outputs = new SiteOutputs(new Dictionary<DoorId, StrikeOutput>(), _readers.Values.ToDictionary(reader => reader.At, IReader (reader) => reader));
        var effects = new EffectRunner((fact, now) => _journal.Append(fact, now), outputs, new(_events.Writer, singleThread: false), NullLogger<SiteLoop>.Instance);
        _loop = new(Site.Initial(site, PolicySnapshot.Build(site, Policy(people))), _events.Reader, clock, effects, TimeProvider.System, NullLogger<SiteLoop>.Instance);
        _journal.DurableAdvanced += _ => Answer();
    }

    public static async Task<IAsyncDisposable> OpenAsync(int port, int people, string folder)
    {
        var subject = new EdgeNodeSubject(folder, people);
        subject._running = Task.Run(() => subject._loop.RunAsync(subject._stop.Token));
        subject._line = await PeerLine.OpenAsync(port, TapTopics.Taps, (topic, payload) => subject._readers[TapTopics.DoorOf(topic)].Hear(TapTopics.Read(payload)));
        return subject;
    }

    public async ValueTask DisposeAsync()
    {
        await _line!.DisposeAsync();
        await _stop.CancelAsync();
        await _running;
        _journal.Dispose();
        _stop.Dispose();
    }

    private void Answer()
    {
        lock (_answering)
        {
            while (_granted.TryPeek(out var next) && next.Record <= _journal.Durable && _granted.TryDequeue(out _))
            {
                _ = _line!.SendAsync(TapTopics.Strike(next.Door), next.Number);
            }
        }
    }

    private static SiteDefinition Definition()
    {
        var doors = Enumerable.Range(0, PeerPeople.Doors).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        return new(
            new("here"), "Here", TimeZoneInfo.Utc,
            [new(new("floor"), "Floor", false)],
            [.. doors.Select(door => new Door(new(door), door, AreaId.Outside, new("floor"), false, DoorTimings.Default, UntrustedClock.Lenient, OnJournalFailure.Grant))],
            [.. doors.Select(door => new AccessPoint(new(door), new(door), Direction.In))],
            [new(new("d1"), "Desk", new("floor"), null)],
            [],
            SiteRules.Default);
    }

    private static Policy Policy(int people) => new(
        1, "",
        [.. Enumerable.Range(0, people).Select(number => new CredentialHolder(new(PeerPeople.Holder(number)), HolderClass.Member, new("there"), [new("all")], null, false))],
        [.. Enumerable.Range(0, people).Select(number => new Credential(new(PeerPeople.Card(number)), new(PeerPeople.Holder(number)), true, null, null))],
        [new(new("all"), [new(new("floor"), null)])], [],
        []);

    /// <summary>A reader in the product's shape: reads become events, and the signal to the person is the answer.</summary>
    private sealed class MqttReader(EdgeNodeSubject subject, AccessPointId at, Func<TimeSpan> uptime) : IReader
    {
        private readonly ConcurrentQueue<string> _asked = new();

        public AccessPointId At => at;

        public void Hear((string Number, string Card) tap)
        {
            _asked.Enqueue(tap.Number);
            var read = new SiteEvent.IdentifierPresented(at, new(tap.Card), uptime());
            if (!subject._events.Writer.TryWrite(read))
            {
                subject._events.Writer.WriteAsync(read).AsTask().Wait();
            }
        }

        public void Signal(ReaderSignal signal)
        {
            if (signal is ReaderSignal.Granted or ReaderSignal.Denied && _asked.TryDequeue(out var number) && signal == ReaderSignal.Granted)
            {
                subject._granted.Enqueue((subject._journal.Appended, at.Value, number));
                subject.Answer();
            }
        }

        public void Dispose()
        {
        }
    }
}
