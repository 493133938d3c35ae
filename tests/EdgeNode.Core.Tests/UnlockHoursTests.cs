using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class UnlockHoursTests
{
    // Ten to twelve local, which is nine to eleven in UTC.
    private static readonly Schedule Hours = new(new("open"), [new(new() { Frequency = Frequency.Daily }, new(10, 0), new(12, 0))], [new(new SpecialDayGroup.Belgium(), [])]);

    [Fact]
    public void A_door_stands_unlocked_in_its_hours_and_locks_when_they_end()
    {
        var world = Site();
        world.Pass(3_599);
        Assert.Equal(DoorMode.Locked, Mode(world));
        world.Pass(1);
        Assert.Equal(DoorMode.Unlocked, Mode(world));
        world.Pass(7_200);
        Assert.Equal(DoorMode.Locked, Mode(world));
        Assert.All(world.Facts.OfType<JournalFact.DoorCommanded>(), commanded => Assert.Equal(CommandSource.Schedule, commanded.Source));
    }

    [Fact]
    public void A_manager_who_locks_it_in_between_is_obeyed_until_the_next_day()
    {
        var world = Site();
        world.Pass(3_600);
        world.Command(DoorCommand.Lock);
        world.Pass(3_600);
        world.State = world.Recalled();
        world.Pass(1);
        Assert.Equal(DoorMode.Locked, Mode(world));
        world.Pass(23 * 3_600);
        Assert.Equal(DoorMode.Unlocked, Mode(world));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_manager_who_locks_it_in_between_is_obeyed_also_when_the_clock_is_unsure_for_a_while(bool restarted)
    {
        var world = Site();
        world.Pass(3_600);
        world.Command(DoorCommand.Lock);
        world.Trust = ClockTrust.Untrusted;
        world.Pass(60);
        world.State = restarted ? world.Recalled() : world.State;
        world.Pass(60);
        world.Trust = ClockTrust.Trusted;
        world.Pass(60);
        Assert.Equal(DoorMode.Locked, Mode(world));
        world.Pass(24 * 3_600);
        Assert.Equal(DoorMode.Unlocked, Mode(world));
    }

    [Fact]
    public void A_door_that_a_manager_unlocked_at_another_time_is_left_alone()
    {
        var world = Site();
        world.Pass(11_000);
        world.Command(DoorCommand.Unlock);
        world.Pass(3_600);
        Assert.Equal(DoorMode.Unlocked, Mode(world));
    }

    [Fact]
    public void A_door_that_a_manager_unlocked_after_its_hours_is_left_alone_by_a_restart()
    {
        var world = Site();
        world.Pass(3_600);
        world.Command(DoorCommand.Lock);
        world.Pass(7_200);
        world.Command(DoorCommand.Unlock);
        world.State = world.Recalled();
        world.Step(new SiteEvent.Started("test"));
        Assert.Equal(DoorMode.Unlocked, Mode(world));
    }

    [Fact]
    public void It_does_not_unlock_on_a_holiday_nor_while_the_clock_is_not_trusted()
    {
        var world = Site();
        world.Trust = ClockTrust.Untrusted;
        world.Pass(3_700);
        Assert.Equal(DoorMode.Locked, Mode(world));

        var easter = Site();
        easter.Wall = new(2026, 4, 6, 8, 0, 0, TimeSpan.Zero);
        easter.Pass(3_700);
        Assert.Equal(DoorMode.Locked, Mode(easter));
    }

    [Fact]
    public void Hours_that_ended_while_the_node_was_off_have_ended()
    {
        var world = Site();
        world.Pass(3_700);
        world.State = world.Recalled();
        world.Wall += TimeSpan.FromHours(5);
        world.Step(new SiteEvent.Started("test"));
        Assert.Equal(DoorMode.Locked, Mode(world));
    }

    [Fact]
    public void A_lock_down_in_its_hours_does_not_leave_it_unlocked_after_them()
    {
        var world = Site();
        world.Pass(3_700);
        world.Command(DoorCommand.LockDown);
        world.Pass(7_200);
        Assert.Equal(DoorMode.LockedDown, Mode(world));
        world.Command(DoorCommand.LockDownRelease);
        world.Pass(1);
        Assert.Equal(DoorMode.Locked, Mode(world));
    }

    [Fact]
    public void With_first_person_in_it_waits_for_somebody_with_a_standing_right()
    {
        var world = new World(World.Definition with { Doors = [World.Street with { UnlockHours = Hours, FirstPersonIn = true }, World.Host] }, World.Book("booked", "d1", 0, 4));
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        world.Pass(3_700);
        Assert.Equal(DoorMode.Locked, Mode(world));
        world.Tap("t-booked");
        world.GoThrough(World.Street);
        Assert.Equal(DoorMode.Locked, Mode(world));
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        Assert.Equal(DoorMode.Unlocked, Mode(world));
    }

    [Theory]
    [InlineData("2026-03-28T22:00Z", "2026-03-29T08:00Z")]
    [InlineData("2026-10-24T22:00Z", "2026-10-25T09:00Z")]
    public void On_both_clock_change_days_it_unlocks_at_ten_on_the_wall(string from, string unlocks)
    {
        var world = Site();
        world.Wall = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        world.Step(new SiteEvent.TimePassed());
        world.Pass(12 * 3_600);
        var at = DateTimeOffset.Parse(unlocks, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(at, world.State.Doors[World.Street.Id].HoursActedAt ?? UnlockedAt(world));
    }

    private static DateTimeOffset? UnlockedAt(World world) =>
        world.Times.First(at => at.Fact is JournalFact.DoorCommanded { Command: DoorCommand.Unlock }).Wall;

    private static World Site() => new(World.Definition with { Doors = [World.Street with { UnlockHours = Hours }, World.Host] });

    private static DoorMode Mode(World world) => world.State.Doors[World.Street.Id].Standing;
}
