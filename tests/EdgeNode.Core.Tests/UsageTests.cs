using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class UsageTests
{
    [Fact]
    public void A_seen_exit_makes_a_session_measured()
    {
        var closed = Stay(world => world.Pass(3600), exit: true);
        Assert.Equal(SessionClass.Measured, closed.Class);
        Assert.Equal(TimeSpan.FromHours(1), closed.End - closed.Start);
    }

    [Fact]
    public void A_missing_exit_ends_with_the_booking_as_estimated()
    {
        var closed = Stay(world => world.Pass(5 * 3600), exit: false);
        Assert.Equal(SessionClass.Estimated, closed.Class);
        Assert.Equal(World.Nine.AddHours(4), closed.End);
    }

    [Fact]
    public void A_clock_that_jumped_makes_a_session_estimated()
    {
        var closed = Stay(world => world.Wall += TimeSpan.FromMinutes(10), exit: true);
        Assert.Equal(SessionClass.Estimated, closed.Class);
    }

    [Fact]
    public void Staff_have_no_sessions()
    {
        var world = new World();
        world.Tap("t-staff");
        world.Open(World.Street);
        Assert.Empty(world.State.Sessions);
    }

    [Fact]
    public void A_clock_that_jumps_back_over_midnight_loses_and_doubles_no_day()
    {
        var world = new World();
        world.Pass(TimeSpan.FromHours(16).TotalSeconds);
        world.Wall -= TimeSpan.FromHours(2);
        world.Pass(TimeSpan.FromHours(30).TotalSeconds);
        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)], world.Facts.OfType<JournalFact.DayClosed>().Select(closed => closed.Day));
    }

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29")]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-10-25T22:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void A_local_day_is_right_on_both_clock_change_days(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), World.Brussels.LocalDay(DateTimeOffset.Parse(instant, null)));

    private static JournalFact.SessionClosed Stay(Action<World> meanwhile, bool exit)
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        meanwhile(world);
        if (exit)
        {
            world.Tap("t-booked", "street-out");
            world.Open(World.Street);
        }

        return Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>());
    }
}
