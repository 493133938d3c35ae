using System.Collections.Immutable;
using CsCheck;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>Random policies, taps and faults, judged by a second opinion in the plainest words: what is not proved to be a right is refused.</summary>
public class DenyByDefaultTests
{
    private static readonly AccessProfile Lobby = new(new("lobby"), [new(new("lobby"), null)]);
    private static readonly AccessProfile Office = new(new("office"), [new(new("office"), new("mornings"))]);
    private static readonly Schedule Mornings = new(new("mornings"), [new(Recurrence.Weekly(DayOfWeek.Monday), new(8, 0), new(12, 0))], []);
    private static readonly HolderRef Holder = new("somebody");

    private static readonly Gen<int?> MaybeDay = Gen.Int[-4, 3].Select(day => day == -4 ? (int?)null : day);

    private static readonly Gen<Case> Cases = Gen.Select(
        One("street-in", "street-out", "host-in", "nowhere"),
        One("card", "other", ""),
        Gen.Select(Gen.Bool, MaybeDay, MaybeDay, Gen.Bool),
        Gen.Select(Gen.Enum<HolderClass>(), One("", "lobby", "office", "gone"), One<string?>(null, "mornings", "gone")),
        Gen.Select(One("", "d1", "d2", "gone"), Gen.Int[-4, 4], Gen.Int[1, 4], Gen.Bool),
        Gen.Select(Gen.Int[-12, 12], Gen.Enum<ClockTrust>(), Gen.Bool, One(DoorMode.Locked, DoorMode.Locked, DoorMode.Unlocked, DoorMode.Blocked, DoorMode.LockedDown)),
        (point, token, card, holder, booking, world) => new Case(point, token, card, holder, booking, world));

    [Fact]
    public void Whatever_is_presented_only_a_proved_right_opens() => Cases.Sample(
        @case =>
        {
            var decision = AccessDecider.Decide(@case.Policy, @case.Request, @case.Now);
            Assert.Equal(@case.MayEnter, decision is Decision.Granted);
            Assert.All(decision is Decision.Denied denied ? [denied] : ImmutableArray<Decision.Denied>.Empty, refused => Assert.Equal(refused.Reason, refused.All[0]));
        },
        iter: 20_000);

    [Fact]
    public void The_cases_hold_grants_and_refusals_alike() =>
        Assert.InRange(Cases.Array[2_000].Single().Count(@case => @case.MayEnter), 50, 1_950);

    private static Gen<T> One<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private sealed record Case(
        string Point,
        string Token,
        (bool Enabled, int? From, int? To, bool HolderKnown) Card,
        (HolderClass Class, string Profile, string? Plan) Person,
        (string Resource, int Start, int Hours, bool Released) Booked,
        (int Hour, ClockTrust Trust, bool JournalTakes, DoorMode Mode) World)
    {
        public Moment Now => new(TimeSpan.FromMinutes(1), Core.Tests.World.Nine.AddHours(World.Hour), World.Trust);

        public AccessRequest Request => new(
            new(new(Point), new(Token), Assurance.UidOnly, PinProved: false), Booked.Released ? [new Slot(new("b"), new(Booked.Resource), Start)] : ImmutableHashSet<Slot>.Empty, World.Mode, World.JournalTakes);

        public PolicySnapshot Policy => PolicySnapshot.Build(Core.Tests.World.Definition, new(
            1, "h",
            Card.HolderKnown ? [new(Holder, Person.Class, new("there"), Person.Profile == "" ? [] : [new(Person.Profile)], Person.Plan is { } plan ? new(plan) : null, false)] : [],
            [new(new("card"), Holder, Card.Enabled, Day(Card.From), Day(Card.To))],
            [Lobby, Office],
            [Mornings],
            Booked.Resource == "" ? [] : [new(new("b"), Holder, new(Booked.Resource), Start, Start.AddHours(Booked.Hours))]));

        // Nine o'clock in Brussels is eight in UTC, and the day is a Monday.
        public bool MayEnter
        {
            get
            {
                if (Point == "nowhere" || Token != "card" || !Card.HolderKnown)
                {
                    return false;
                }

                return Point == "street-out" || (!Forbidden && (Standing || Booking));
            }
        }

        private bool Private => Point == "host-in";

        private bool Blurred => World.Trust == ClockTrust.Untrusted;

        // The instants that it may be now: one, or 24 hours of them at the lenient public door.
        private (DateTimeOffset First, DateTimeOffset Last) MayBe => (Now.Wall, Blurred && !Private ? Now.Wall.AddHours(24) : Now.Wall);

        private DateTimeOffset Start => Core.Tests.World.Nine.AddHours(Booked.Start);

        private bool Forbidden =>
            !Card.Enabled
            || World.Mode is DoorMode.Blocked or DoorMode.LockedDown
            || (Day(Card.From) is { } from && MayBe.Last < from)
            || (Day(Card.To) is { } to && MayBe.First >= to)
            || (Private && Blurred && (Card.From is not null || Card.To is not null))
            || (Private && Person.Class != HolderClass.Staff)
            || (Private && !World.JournalTakes);

        private bool Standing => Private
            ? Person.Profile == "office" && !Blurred && InTheMorning
            : Person.Profile == "lobby";

        private bool Booking =>
            (Private ? Booked.Resource == "d2" : Booked.Resource is "d1" or "d2")
            && !Booked.Released
            && !(Private && Blurred)
            && MayBe.Last >= Start.AddMinutes(-15)
            && MayBe.First < Start.AddHours(Booked.Hours).AddMinutes(15)
            && (Person.Plan is null || (Person.Plan == "mornings" && InTheMorning));

        private bool InTheMorning => Enumerable.Range(0, (int)(MayBe.Last - MayBe.First).TotalMinutes + 1)
            .Select(minute => MayBe.First.AddMinutes(minute).ToOffset(TimeSpan.FromHours(1)))
            .Any(local => local.DayOfWeek == DayOfWeek.Monday && local.Hour is >= 8 and < 12);

        private static DateTimeOffset? Day(int? day) => day is { } days ? Core.Tests.World.Nine.AddDays(days) : null;
    }
}
