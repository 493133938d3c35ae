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
    private readonly List<JournalFact> _facts = [];

    public World(params Booking[] bookings)
    {
        Bookings = [.. bookings];
        State = Site.Initial(Definition, Snapshot());
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

    public SiteState State { get; set; }

    public ImmutableArray<Booking> Bookings { get; set; }

    public TimeSpan Uptime { get; set; } = TimeSpan.FromMinutes(1);

    public DateTimeOffset Wall { get; set; } = Nine;

    public ClockTrust Trust { get; set; } = ClockTrust.Trusted;

    public List<Effect> Effects { get; } = [];

    public IReadOnlyList<JournalFact> Facts => _facts;

    public Moment Now => new(Uptime, Wall, Trust);

    public static Booking Book(string holder, string resource, double from, double to) =>
        new(new($"{holder}-{resource}-{from}"), new(holder), new(resource), Nine.AddHours(from), Nine.AddHours(to));

    public PolicySnapshot Snapshot() => PolicySnapshot.Build(Definition, new(
        1, "h",
        [
            new(new("booked"), HolderClass.Member, new("there"), [], null, false),
            new(new("plan"), HolderClass.Member, new("there"), [], new("mornings"), false),
            new(new("staff"), HolderClass.Staff, new("here"), [new("all")], null, false),
            new(new("clean"), HolderClass.Member, new("here"), [new("early")], null, false),
        ],
        [
            Card("booked"), Card("plan"), Card("staff"), Card("clean"),
            new(new("t-blocked"), new("booked"), false, null, null),
            new(new("t-expired"), new("booked"), true, null, Nine),
            new(new("t-future"), new("booked"), true, Nine.AddDays(2), null),
        ],
        [
            new(new("all"), [new(new("lobby"), null), new(new("office"), null)]),
            new(new("early"), [new(new("lobby"), new("dawn"))]),
        ],
        [
            new(new("dawn"), [new(Recurrence.Weekly(DayOfWeek.Monday), new(5, 0), new(8, 0))], []),
            new(new("mornings"), [new(Recurrence.Weekly(DayOfWeek.Monday), new(8, 0), new(12, 0))], [new(new SpecialDayGroup.Belgium(), [])]),
        ],
        Bookings));

    public void Step(SiteEvent @event)
    {
        var step = Site.Step(State, @event, Now);
        State = step.State;
        Effects.AddRange(step.Effects);
        _facts.AddRange(step.Effects.OfType<Effect.Record>().Select(record => record.Fact));
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

    public JournalFact Tap(string token, string accessPoint = "street-in")
    {
        Step(new SiteEvent.IdentifierPresented(new(accessPoint), new(token), Uptime));
        return Facts.Last(fact => fact is JournalFact.AccessGranted or JournalFact.AccessDenied or JournalFact.ReadDropped);
    }

    public void Command(DoorCommand command, Door? door = null) =>
        Step(new SiteEvent.DoorCommanded((door ?? Street).Id, command, CommandSource.Screen, null));

    public void Open(Door door) => Step(new SiteEvent.ContactChanged(door.Id, ContactState.Open));

    public void Close(Door door) => Step(new SiteEvent.ContactChanged(door.Id, ContactState.Closed));

    private static Credential Card(string holder) => new(new($"t-{holder}"), new(holder), true, null, null);

    private static Door Door(string id, AreaId from, string to, bool isPrivate) => new(
        new(id), id, from, new(to), true, DoorTimings.Default,
        isPrivate ? UntrustedClock.Strict : UntrustedClock.Lenient, isPrivate ? OnJournalFailure.Deny : OnJournalFailure.Grant);
}
