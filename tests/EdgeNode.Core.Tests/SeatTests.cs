using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>Three desks and a room behind the street door: s1 and s2 without a sensor, s3 with a radar.</summary>
public class SeatTests
{
    private static readonly AreaId Lobby = new("lobby");

    private static readonly SiteDefinition WalkIn = World.Definition with
    {
        Desks = [new(new("s1"), "Seat 1", Lobby, null), new(new("s2"), "Seat 2", Lobby, null), new(new("s3"), "Seat 3", Lobby, SensorProfile.Radar)],
        Rooms = [new(new("r1"), "Room 1", Lobby) { Reader = new("street-in") }],
        Rules = SiteRules.Default with { WalkIn = true },
    };

    private static readonly SiteDefinition NoWalkIn = WalkIn with { Rules = SiteRules.Default };

    [Fact]
    public void A_member_without_a_booking_walks_in_and_is_given_a_free_desk_until_closing()
    {
        var world = new World(WalkIn);
        Assert.Equal(GrantBasis.Booking, Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-booked")).Basis);
        Assert.Equal(new JournalFact.SeatHeld(new("s1"), World.Nine, World.Nine.AddHours(13), HoldReason.WalkIn), Held(world) with { Who = null });
        world.Open(World.Street);
        Assert.Equal(new ResourceId("s1"), Assert.Single(world.State.Sessions.Values).Resource);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-booked"));
        Assert.Single(world.Facts.OfType<JournalFact.SeatHeld>());
    }

    [Theory]
    [InlineData("t-blocked", DenyReason.CredentialNotEnabled)]
    [InlineData("t-expired", DenyReason.CredentialExpired)]
    [InlineData("t-nobody", DenyReason.CredentialNotFound)]
    public void No_obstacle_is_passed_over_by_walking_in(string token, DenyReason reason)
    {
        var world = new World(WalkIn);
        Assert.Equal(reason, Assert.IsType<JournalFact.AccessDenied>(world.Tap(token)).Reason);
        Assert.Empty(world.State.Policy.Holds);
    }

    [Fact]
    public void Where_walking_in_is_not_switched_on_nobody_is_given_a_desk() =>
        Assert.Equal([DenyReason.NoBookingNoRight], Assert.IsType<JournalFact.AccessDenied>(new World(NoWalkIn).Tap("t-booked")).All);

    [Fact]
    public void Plan_hours_hold_for_who_walks_in_too()
    {
        var world = new World(WalkIn) { Wall = World.Nine.AddHours(6) };
        Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-plan"));
        Assert.Empty(world.State.Policy.Holds);
    }

    [Theory]
    [InlineData(0, 4, 0, 4, "no desk is left")]
    [InlineData(0, 4, 0.2, 4, "no desk is left")]
    [InlineData(0, 4, 2, 4, "s2 until 2")]
    [InlineData(3, 4, 2, 4, "s1 until 3")]
    [InlineData(-5, -1, 2, 4, "s1 until 13")]
    public void The_desk_given_is_the_one_that_is_free_longest_and_half_an_hour_at_least(double from1, double to1, double from2, double to2, string given)
    {
        var world = new World(WalkIn, World.Book("clean", "s1", from1, to1), World.Book("plan", "s2", from2, to2));
        var said = world.Tap("t-booked") is JournalFact.AccessDenied { Reason: DenyReason.NoSeatLeft } ? "no desk is left"
            : $"{Held(world).Resource} until {(Held(world).End - World.Nine).TotalHours}";
        Assert.Equal(given, said);
    }

    [Theory]
    [InlineData(null, DenyReason.NoSeatLeft)]
    [InlineData(true, DenyReason.NoSeatLeft)]
    [InlineData(false, null)]
    public void A_desk_is_free_only_when_its_sensor_sees_that_it_is(bool? present, DenyReason? reason)
    {
        var world = new World(WalkIn, World.Book("clean", "s1", 0, 9), World.Book("plan", "s2", 0, 9));
        for (var second = 0; second < 25 && present is { } somebody; second++)
        {
            world.Step(new SiteEvent.DeskSensed(new("s3"), somebody));
            world.Pass(1);
        }

        Assert.Equal(reason, (world.Tap("t-booked") as JournalFact.AccessDenied)?.Reason);
    }

    [Fact]
    public void A_seat_given_at_the_tap_is_free_again_when_the_door_was_not_opened_and_when_the_person_has_left()
    {
        var world = new World(WalkIn);
        world.Tap("t-booked");
        world.Pass(10);
        Assert.Equal(HoldEnd.NotTaken, Assert.Single(world.Facts.OfType<JournalFact.HoldEnded>()).Why);
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        world.Pass(60);
        world.Tap("t-booked", "street-out");
        world.Open(World.Street);
        Assert.Equal(HoldEnd.Left, world.Facts.OfType<JournalFact.HoldEnded>().Last().Why);
        Assert.Empty(world.State.Policy.Holds);
        Assert.Equal(SessionClass.Measured, Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>()).Class);
    }

    [Theory]
    [InlineData(9, 9, "s1")]
    [InlineData(0.5, 9, "s2")]
    [InlineData(0.5, 0.5, "none")]
    public void Whoever_comes_after_the_release_gets_the_own_seat_or_another_or_is_told_that_none_is_left(double other, double another, string given)
    {
        var world = new World(NoWalkIn, World.Book("booked", "s1", 0, 4), World.Book("clean", "s1", other, 9), World.Book("plan", "s2", another, 9));
        world.Pass(45 * 60);
        Assert.Contains(world.Facts, fact => fact is JournalFact.BookingReleased { Resource.Value: "s1" });
        var tap = world.Tap("t-booked");
        Assert.Equal(given == "none" ? [DenyReason.NoSeatLeft, DenyReason.BookingReleased] : [], (tap as JournalFact.AccessDenied)?.All ?? []);
        Assert.Equal(given, world.Facts.OfType<JournalFact.SeatHeld>().LastOrDefault()?.Resource.Value ?? "none");
    }

    [Fact]
    public void The_person_inside_keeps_the_seat_that_the_network_gave_away_and_the_other_gets_the_next()
    {
        var world = WalkedIn();
        Replace(world, World.Book("plan", "s1", 1, 4));
        Assert.Equal(SessionEvidence.EntryTap | SessionEvidence.SeatContested, Assert.Single(world.State.Sessions.Values).Evidence);
        Assert.Equal([("s1", HoldReason.Kept), ("s2", HoldReason.SeatTaken)], world.Facts.OfType<JournalFact.SeatHeld>().Skip(1).Select(held => (held.Resource.Value, held.Why)));
        world.Pass(3600);
        world.Tap("t-plan");
        world.Open(World.Street);
        Assert.Equal(["s1", "s2"], world.State.Sessions.Values.Select(session => session.Resource?.Value));
        Replace(world, World.Book("plan", "s1", 1, 4));
        Assert.Equal(3, world.Facts.OfType<JournalFact.SeatHeld>().Count());
    }

    [Fact]
    public void When_no_other_seat_is_left_both_are_journalled_once_and_the_other_is_told_at_the_door()
    {
        var world = WalkedIn();
        for (var version = 0; version < 3; version++)
        {
            Replace(world, World.Book("plan", "s1", 0, 4), World.Book("clean", "s2", 0, 9));
        }

        Assert.Equal(HoldReason.Kept, Held(world).Why);
        Assert.Equal(new HolderRef("plan"), Assert.Single(world.Facts.OfType<JournalFact.NoSeatLeft>()).Who?.Holder);
        Assert.Equal(DenyReason.NoSeatLeft, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-plan")).Reason);
    }

    [Fact]
    public void A_released_booking_of_a_seat_that_the_site_does_not_have_gives_no_other()
    {
        var world = new World(NoWalkIn, World.Book("booked", "elsewhere", 0, 4));
        world.Pass(45 * 60);
        Assert.Equal(DenyReason.NotOnPath, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-booked")).Reason);
        Assert.Empty(world.State.Policy.Holds);
    }

    [Fact]
    public void A_seat_given_to_nobody_inside_yields_to_the_network()
    {
        var world = new World(WalkIn);
        world.Tap("t-booked");
        Replace(world, World.Book("plan", "s1", 1, 4));
        Assert.Equal(("s2", HoldReason.SeatTaken), (Held(world).Resource.Value, Held(world).Why));
        Replace(world, World.Book("plan", "s1", 1, 4), World.Book("clean", "s2", 0, 9));
        Assert.Equal(HoldReason.SeatTaken, Held(world).Why);
        Assert.Equal((new ResourceId("s1"), World.Nine.AddHours(1)), (Held(world).Resource, Held(world).End));
        Replace(world, World.Book("plan", "s1", 0, 4), World.Book("clean", "s2", 0, 9));
        Assert.Equal(HoldEnd.Network, Assert.Single(world.Facts.OfType<JournalFact.HoldEnded>()).Why);
        Assert.Equal(DenyReason.NoSeatLeft, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-booked")).Reason);
    }

    [Fact]
    public void Two_who_walk_in_at_the_same_instant_have_two_seats()
    {
        var world = new World(WalkIn);
        world.Tap("t-booked");
        world.Tap("t-plan");
        Assert.Equal(["s1", "s2"], world.State.Policy.Holds.Select(hold => hold.Resource.Value));
    }

    [Fact]
    public void What_the_network_takes_over_or_changes_is_no_longer_held()
    {
        var world = new World(WalkIn, World.Book("booked", "s1", 0, 1));
        world.Pass(31 * 60);
        world.Tap("t-booked");
        Assert.Equal(HoldReason.LateComer, Held(world).Why);
        Replace(world, World.Book("booked", "s1", 0, 1) with { Start = World.Nine.AddHours(2), End = World.Nine.AddHours(3) });
        Assert.Equal(HoldEnd.Network, Assert.Single(world.Facts.OfType<JournalFact.HoldEnded>()).Why);
        Assert.Equal(DenyReason.TooEarly, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-booked")).Reason);
    }

    [Fact]
    public void Seats_given_by_the_site_survive_a_restart_and_a_second_tap_finds_them()
    {
        var world = WalkedIn();
        var again = world.Journal.Aggregate(Site.Initial(WalkIn, new World(WalkIn).Snapshot()), Site.Recall);
        Assert.Equal(world.State.Policy.Holds.AsEnumerable(), again.Policy.Holds);
        Assert.Equal(world.State.Policy.BookingsByNoShow.AsEnumerable(), again.Policy.BookingsByNoShow);
    }

    [Theory]
    [InlineData(0.5, null, "nothing")]
    [InlineData(0.8, null, "until 1.5")]
    [InlineData(1.1, null, "until 1.5")]
    [InlineData(0.8, 1.5, "until 1.5")]
    [InlineData(0.8, 1.25, "next at 1.25")]
    public void A_tap_at_the_rooms_reader_near_the_end_extends_the_booking_or_tells_when_the_next_begins(double at, double? next, string said)
    {
        var mine = World.Book("booked", "r1", 0, 1);
        var world = new World(NoWalkIn, next is { } start ? [mine, World.Book("plan", "r1", start, 3)] : [mine]);
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.SeatHeld or JournalFact.NotExtended);
        world.Pass(at * 3600);
        world.Tap("t-booked");
        var told = world.Facts.Select(fact => fact switch
        {
            JournalFact.SeatHeld { Why: HoldReason.Extended } held => $"until {(held.End - World.Nine).TotalHours}",
            JournalFact.NotExtended refused => $"next at {(refused.Next - World.Nine).TotalHours}",
            _ => null,
        });
        Assert.Equal(said, told.SingleOrDefault(word => word is not null) ?? "nothing");
        Assert.Equal(said.StartsWith("until", StringComparison.Ordinal) ? 1.5 : 1, (world.State.Sessions.Values.Single().MustEndBy - World.Nine).TotalHours);
    }

    [Theory]
    [InlineData(false, "", "t-plan", null)]
    [InlineData(false, "", "t-clean", DenyReason.NotPermittedAtThisTime)]
    [InlineData(true, "", "t-plan", DenyReason.HostNotHere)]
    [InlineData(true, "host", "t-plan", null)]
    [InlineData(true, "manager", "t-plan", null)]
    public void Guests_of_a_meeting_come_in_by_its_list_and_where_asked_only_after_the_host(bool hostFirst, string before, string token, DenyReason? reason)
    {
        var world = new World(NoWalkIn, World.Book("booked", "r1", 0, 2) with { Guests = [new("plan")], HostFirst = hostFirst }) { Wall = World.Nine.AddMinutes(-10) };
        if (before == "host")
        {
            world.Tap("t-booked");
            world.Open(World.Street);
            world.Close(World.Street);
        }
        else if (before == "manager")
        {
            world.Step(new SiteEvent.ArrivalConfirmed(new("r1")) { By = new("boss") });
        }

        Assert.Equal(reason, (world.Tap(token) as JournalFact.AccessDenied)?.Reason);
        world.Open(World.Street);
        Assert.Equal(reason is null ? "plan" : null, world.State.Sessions.Values.FirstOrDefault(session => session.Holder.Value != "booked")?.Holder.Value);
    }

    private static World WalkedIn()
    {
        var world = new World(WalkIn);
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        return world;
    }

    private static void Replace(World world, params Booking[] bookings)
    {
        world.Bookings = [.. bookings];
        world.Step(new SiteEvent.PolicyReplaced(world.Snapshot()));
    }

    private static JournalFact.SeatHeld Held(World world) => world.Facts.OfType<JournalFact.SeatHeld>().Last();
}
