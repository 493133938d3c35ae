using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class BookingTests
{
    [Fact]
    public void Nobody_came_so_the_booking_is_released_and_the_card_refused()
    {
        var world = new World(World.Book("booked", "r1", 0, 4), World.Book("plan", "r1", 0.5, 4));
        world.Pass(30 * 60);
        Assert.Single(world.Facts.OfType<JournalFact.BookingReleased>());
        Assert.Equal(DenyReason.BookingReleased, ((JournalFact.AccessDenied)world.Tap("t-booked")).All[^1]);
    }

    [Fact]
    public void A_tap_stops_the_no_show_clock()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Pass(3600);
        Assert.Equal(Evidence.Tap, Assert.Single(world.Facts.OfType<JournalFact.BookingCheckedIn>()).Evidence);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.BookingReleased);
    }

    [Fact]
    public void A_desk_sensor_stops_the_no_show_clock()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        for (var report = 0; report < 400; report++)
        {
            world.Step(new SiteEvent.DeskSensed(new("d1"), true));
            world.Pass(10);
        }

        Assert.Equal(Evidence.DeskSensor, Assert.Single(world.Facts.OfType<JournalFact.BookingCheckedIn>()).Evidence);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.BookingReleased);
    }

    [Fact]
    public void A_release_catches_up_after_a_restart_and_an_arrival_is_remembered()
    {
        var before = new World(World.Book("booked", "d1", 0, 4), World.Book("plan", "r1", 0, 4));
        before.Tap("t-booked");
        before.Open(World.Street);
        var after = new World(World.Book("booked", "d1", 0, 4), World.Book("plan", "r1", 0, 4)) { Wall = World.Nine.AddHours(1) };
        after.State = before.Facts.Select((fact, index) => new JournalEntry(index + 1, before.Now, fact))
            .Aggregate(Site.Initial(World.Definition, after.Snapshot()), Site.Recall);
        after.Step(new SiteEvent.TimePassed());
        Assert.Equal(new ResourceId("r1"), Assert.Single(after.Facts.OfType<JournalFact.BookingReleased>()).Resource);
        Assert.Single(after.State.Sessions);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(-600.0, 30)]
    [InlineData(-31.0, 30)]
    [InlineData(-29.0, 30)]
    [InlineData(-5.0, 40)]
    [InlineData(20.0, 65)]
    public void A_booking_made_less_than_half_an_hour_before_its_start_is_released_no_sooner_than_its_grace_after_it_was_made(double? made, double released)
    {
        var site = World.Definition with { Rules = SiteRules.Default with { NewBookingGrace = TimeSpan.FromMinutes(45) } };
        var booking = World.Book("booked", "r1", 0, 4) with { Made = made is { } minutes ? World.Nine.AddMinutes(minutes) : null };
        Assert.Equal(World.Nine.AddMinutes(released), Released(new World(site, booking)));
    }

    [Theory]
    [InlineData("r1", 10)]
    [InlineData("r2", 30)]
    public void A_room_may_have_its_own_no_show_time(string room, double released)
    {
        var own = SiteRules.Default.Booking with { NoShowAfter = TimeSpan.FromMinutes(10) };
        var site = World.Definition with { Rooms = [new(new("r1"), "Room 1", new("lobby")) { Times = own }, new(new("r2"), "Room 2", new("lobby"))] };
        Assert.Equal(World.Nine.AddMinutes(released), Released(new World(site, World.Book("booked", room, 0, 4))));
    }

    [Theory]
    [InlineData("r1", -31, "TooEarly until -30")]
    [InlineData("r1", -30, "opens")]
    [InlineData("r1", 60, "opens")]
    [InlineData("r1", 64, "opens")]
    [InlineData("r1", 65, "BookingOver")]
    [InlineData("r2", -16, "TooEarly until -15")]
    [InlineData("r2", -15, "opens")]
    [InlineData("r2", 74, "opens")]
    [InlineData("r2", 75, "BookingOver")]
    public void A_room_opens_by_its_own_grace_before_and_after_and_an_earlier_tap_says_when(string room, double minutes, string said)
    {
        var own = SiteRules.Default.Booking with { EarlyEntry = TimeSpan.FromMinutes(30), LateEntry = TimeSpan.FromMinutes(5) };
        var site = World.Definition with { Rooms = [new(new("r1"), "Room 1", new("lobby")) { Times = own }, new(new("r2"), "Room 2", new("lobby"))] };
        var world = new World(site, World.Book("booked", room, 0, 1)) { Wall = World.Nine.AddMinutes(minutes) };
        world.State = world.State with { CheckedIn = [world.Bookings[0].Slot] };
        Assert.Equal(said, world.Tap("t-booked") switch
        {
            JournalFact.AccessDenied { OpensAt: { } at } denied => $"{denied.Reason} until {(at - World.Nine).TotalMinutes}",
            JournalFact.AccessDenied denied => $"{denied.Reason}",
            _ => "opens",
        });
        world.Tap("t-booked", "street-out");
        Assert.Equal(GrantBasis.Exit, Assert.IsType<JournalFact.AccessGranted>(world.Facts[^1]).Basis);
    }

    [Theory]
    [InlineData("a manager's click", Evidence.Manager)]
    [InlineData("being inside already", Evidence.Tap)]
    public void Any_evidence_of_arrival_stops_the_no_show_clock(string evidence, Evidence kept)
    {
        var world = new World(World.Book("booked", "r1", 0, 4), World.Book("booked", "d1", -1, 1));
        if (evidence == "a manager's click")
        {
            world.Step(new SiteEvent.ArrivalConfirmed(new("r1")) { By = new("boss") });
        }
        else
        {
            world.Wall = World.Nine.AddMinutes(-50);
            world.Tap("t-booked");
            world.Open(World.Street);
            world.Close(World.Street);
        }

        world.Pass(3 * 3600);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.BookingReleased { Resource.Value: "r1" });
        Assert.Equal(kept, Assert.Single(world.Facts.OfType<JournalFact.BookingCheckedIn>(), arrived => arrived.Resource.Value == "r1").Evidence);
    }

    [Fact]
    public void An_unknown_desk_is_not_released_until_its_sensor_says_that_nobody_is_there()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Pass(3600);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.BookingReleased);
        world.Step(new SiteEvent.DeskSensed(new("d1"), false));
        Assert.Single(world.Facts.OfType<JournalFact.BookingReleased>());
    }

    [Theory]
    [InlineData("r1", 3, true)]
    [InlineData("d1", 0, true)]
    [InlineData("r1", 0, false)]
    public void A_released_booking_that_the_network_moves_is_a_new_chance(string resource, double start, bool opens)
    {
        var world = new World(World.Book("booked", "r1", 0, 4), World.Book("plan", "r1", 0.5, 4));
        world.Pass(30 * 60);
        Assert.Single(world.Facts.OfType<JournalFact.BookingReleased>());
        world.Bookings = [World.Book("booked", "r1", 0, 4) with { Resource = new(resource), Start = World.Nine.AddHours(start) }, world.Bookings[1]];
        world.Step(new SiteEvent.PolicyReplaced(world.Snapshot()));
        world.Wall = World.Nine.AddHours(Math.Max(start, 0.6));
        Assert.Equal(opens, world.Tap("t-booked") is JournalFact.AccessGranted);
    }

    [Fact]
    public void A_clock_that_jumped_ahead_and_back_releases_again_in_time()
    {
        var world = new World();
        world.Wall += TimeSpan.FromDays(400);
        world.Pass(1);
        world.Wall -= TimeSpan.FromDays(400);
        world.Pass(1);
        world.Bookings = [World.Book("booked", "r1", 0, 4)];
        world.Step(new SiteEvent.PolicyReplaced(world.Snapshot()));
        world.Pass(30 * 60);
        Assert.Single(world.Facts.OfType<JournalFact.BookingReleased>());
    }

    private static DateTimeOffset Released(World world)
    {
        while (!world.Facts.OfType<JournalFact.BookingReleased>().Any())
        {
            Assert.True(world.Wall < World.Nine.AddHours(4), "nothing was released");
            world.Pass(60);
        }

        return world.Wall;
    }
}
