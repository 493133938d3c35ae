using System.Collections.Immutable;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>A small site that is stepped by hand, with a clock that the test moves.</summary>
internal sealed class World
{
    public static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
    public static readonly DateTimeOffset Nine = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly Door Street = Door("street", AreaId.Outside, "lobby", false);
    public static readonly Door Host = Door("host", new AreaId("lobby"), "office", true);
    public static readonly HolderPin Pin = new(PinHash.Of(new("2580"), new byte[16]), PinHash.Of(new("2581"), new byte[16]));
    private readonly List<JournalFact> _facts = [];
    private readonly List<(JournalFact Fact, Moment At)> _times = [];

    public World(params Booking[] bookings)
        : this(Definition, bookings)
    {
    }

    public World(SiteDefinition site, params Booking[] bookings)
    {
        Bookings = [.. bookings];
        Here = site;
        State = Site.Initial(site, Snapshot());
        Step(new SiteEvent.Started("test"));
        Step(new SiteEvent.ContactChanged(Street.Id, ContactState.Closed));
        Step(new SiteEvent.ContactChanged(Host.Id, ContactState.Closed));
        _facts.Clear();
        Effects.Clear();
    }

    public static SiteDefinition Definition { get; } = new(
        new("here"), "Here", Brussels,
        [new(new("lobby"), "Lobby", false), new(new("office"), "Office", true)],
        [Street, Host],
        [new(new("street-in"), Street.Id, Direction.In), new(new("street-out"), Street.Id, Direction.Out), new(new("host-in"), Host.Id, Direction.In)],
        [new(new("d1"), "Desk 1", new("lobby"), SensorProfile.Radar), new(new("d2"), "Desk 2", new("office"), SensorProfile.Pir)],
        [new(new("r1"), "Room 1", new("lobby"))],
        SiteRules.Default);

    /// <summary>The site as the test has it.</summary>
    public SiteDefinition Here { get; }

    public SiteState State { get; set; }

    public ImmutableArray<Booking> Bookings { get; set; }

    public PrepaidHours? Prepaid { get; set; }

    /// <summary>Somebody whom the network knows no more; null = nobody.</summary>
    public HolderRef? Gone { get; set; }

    public ImmutableArray<DateOnly> UsageCounted { get; set; } = [];

    public TimeSpan Uptime { get; set; } = TimeSpan.FromMinutes(1);

    public DateTimeOffset Wall { get; set; } = Nine;

    public ClockTrust Trust { get; set; } = ClockTrust.Trusted;

    public List<Effect> Effects { get; } = [];

    public IReadOnlyList<JournalFact> Facts => _facts;

    public List<JournalEntry> Journal { get; } = [];
    /// <summary>The facts with when they were recorded.</summary>
    public IEnumerable<(JournalFact Fact, DateTimeOffset Wall)> Times => _times.Select(record => (record.Fact, record.At.Wall));

    public Moment Now => new(Uptime, Wall, Trust);

    public static Booking Book(string holder, string resource, double from, double to) =>
        new(new($"{holder}-{resource}-{from}"), new(holder), new(resource), Nine.AddHours(from), Nine.AddHours(to));

    public PolicySnapshot Snapshot()
    {
        var policy = Policy();
        return PolicySnapshot.Build(Here, policy with { Holders = policy.Holders.RemoveAll(holder => holder.Ref == Gone) });
    }

    private Policy Policy() => new(
        1, "h",
        [
            new(new("booked"), HolderClass.Member, new("there"), [], null, false),
            new(new("plan"), HolderClass.Member, new("there"), [], new("mornings"), false),
            new(new("staff"), HolderClass.Staff, new("here"), [new("all")], null, false),
            new(new("clean"), HolderClass.Member, new("here"), [new("early")], null, false),
            new(new("guest"), HolderClass.Guest, new("here"), [new("all")], null, false) { NeedsEscort = true, PinExempt = true },
            new(new("boss"), HolderClass.Staff, new("here"), [new("all")], null, false) { Pin = Pin },
            new(new("drawer"), HolderClass.Guest, new("here"), [], null, false),
            new(new("daily"), HolderClass.Member, new("there"), [new("all")], null, false) { DayPass = true },
            new(new("paid"), HolderClass.Member, new("there"), [new("all")], null, false) { Employer = new("acme") },
            new(new("paid-2"), HolderClass.Member, new("there"), [new("all")], null, false) { Employer = new("acme") },
            new(new("slow"), HolderClass.Staff, new("here"), [new("all")], null, true),
        ],
        [
            Card("booked"), Card("plan"), Card("staff"), Card("clean"), Card("guest"), Card("slow"), Card("daily"), Card("paid"), Card("paid-2"), Card("boss") with { Assurance = Assurance.Cryptographic },
            new(new("t-blocked"), new("booked"), false, null, null),
            new(new("t-expired"), new("booked"), true, null, Nine),
            new(new("t-future"), new("booked"), true, Nine.AddDays(2), null),
            new(new("t-loan"), new("drawer"), true, null, null) { Loan = new("7") },
        ],
        [
            new(new("all"), [new(new("lobby"), null), new(new("office"), null)]),
            new(new("early"), [new(new("lobby"), new("dawn"))]),
        ],
        [
            new(new("dawn"), [new(Recurrence.Weekly(DayOfWeek.Monday), new(5, 0), new(8, 0))], []),
            new(new("mornings"), [new(Recurrence.Weekly(DayOfWeek.Monday), new(8, 0), new(12, 0))], [new(new SpecialDayGroup.Belgium(), [])]),
        ],
        Bookings)
    {
        Prepaid = Prepaid is { } hours ? [hours] : [],
        UsageCounted = UsageCounted,
    };

    public void Step(SiteEvent @event)
    {
        var step = Site.Step(State, @event, Now);
        State = step.State;
        Effects.AddRange(step.Effects);
        foreach (var fact in step.Effects.OfType<Effect.Record>().Select(record => record.Fact))
        {
            _facts.Add(fact);
            _times.Add((fact, Now));
            Journal.Add(new(Journal.Count + 1, Now, fact));
        }
    }

    public void Pass(double seconds)
    {
        var until = Uptime + TimeSpan.FromSeconds(seconds);
        for (var steps = 0; Site.NextDeadline(State) is { } due && due.Uptime <= until; steps++)
        {
            Assert.True(steps < 10_000, $"time stands still at {due.Uptime}: {due.Why}");
            Wall += due.Uptime - Uptime;
            Uptime = due.Uptime;
            Step(new SiteEvent.TimePassed());
        }

        Wall += until - Uptime;
        Uptime = until;
        Step(new SiteEvent.TimePassed());
    }

    public JournalFact Tap(string token, string accessPoint = "street-in", Assurance assurance = Assurance.UidOnly)
    {
        Step(new SiteEvent.IdentifierPresented(new(accessPoint), new(token), Uptime) { Assurance = assurance });
        return Facts.Last(fact => fact is JournalFact.AccessGranted or JournalFact.AccessDenied or JournalFact.ReadDropped);
    }

    public void Command(DoorCommand command, Door? door = null) =>
        Step(new SiteEvent.DoorCommanded((door ?? Street).Id, command, CommandSource.Screen, null));

    /// <summary>Enters a code and has it held against the PIN at once.</summary>
    public void Enter(string digits, string accessPoint = "street-in")
    {
        Step(new SiteEvent.CodeEntered(new(accessPoint), new($"code-{digits}"), new(digits), Uptime));
        foreach (var asked in Effects.OfType<Effect.VerifyPin>().ToArray())
        {
            Effects.Remove(asked);
            Step(new SiteEvent.PinVerified(asked.AccessPoint, asked.Ticket, asked.Pin.Verify(asked.Code)));
        }
    }

    /// <summary>What was recorded, as the journal has it: times to the millisecond.</summary>
    public List<JournalEntry> Entries()
    {
        var (entries, hash) = (new List<JournalEntry>(), JournalCodec.Genesis);
        foreach (var (fact, at) in _times)
        {
            var line = JournalCodec.Encode(new(entries.Count + 1, at, fact), hash, new byte[JournalCodec.SaltLength]);
            hash = line.Hash;
            entries.Add(JournalCodec.Decode(line.Public, line.Personal).Entry);
        }

        return entries;
    }

    /// <summary>The site after a restart: from its records, and once more from a checkpoint in their middle, which must say the same.</summary>
    public SiteState Recalled()
    {
        var start = new SiteRecall(Site.Initial(Here, Snapshot()), "e");
        var entries = Entries();
        var all = entries.Aggregate(start, (known, entry) => known.Follow(entry, "h"));
        var kept = SiteCheckpoint.TryDecode(entries.Take(entries.Count / 2).Aggregate(start, (known, entry) => known.Follow(entry, "h")).Checkpoint().Encode());
        var resumed = entries.Skip(entries.Count / 2).Aggregate(SiteRecall.From(start.State, kept!), (known, entry) => known.Follow(entry, "h"));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(all.Checkpoint().Encode()), System.Text.Encoding.UTF8.GetString(resumed.Checkpoint().Encode()));
        return all.State;
    }

    /// <summary>Goes through a released door and shuts it.</summary>
    public void GoThrough(Door door)
    {
        Open(door);
        Close(door);
        Pass(6);
    }

    public void Open(Door door) => Step(new SiteEvent.ContactChanged(door.Id, ContactState.Open));

    public void Close(Door door) => Step(new SiteEvent.ContactChanged(door.Id, ContactState.Closed));

    private static Credential Card(string holder) => new(new($"t-{holder}"), new(holder), true, null, null);

    private static Door Door(string id, AreaId from, string to, bool isPrivate) => new(
        new(id), id, from, new(to), true, DoorTimings.Default,
        isPrivate ? UntrustedClock.Strict : UntrustedClock.Lenient, isPrivate ? OnJournalFailure.Deny : OnJournalFailure.Grant);
}
