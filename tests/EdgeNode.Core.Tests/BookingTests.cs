using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class BookingTests
{
    [Fact]
    public void Nobody_came_so_the_booking_is_released_and_the_card_refused()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Pass(30 * 60);
        Assert.Single(world.Facts.OfType<JournalFact.BookingReleased>());
        Assert.Equal(DenyReason.BookingReleased, ((JournalFact.AccessDenied)world.Tap("t-booked")).Reason);
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
}
