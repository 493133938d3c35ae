using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class DoorModeTests
{
    // ONVIF Door Control Service 19.12, section 5.5: in which modes each command fails.
    public static TheoryData<DoorCommand, DoorMode[]> Refusals => new()
    {
        { DoorCommand.Access, [DoorMode.Blocked, DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.Lock, [DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.Unlock, [DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.Block, [DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.DoubleLock, [DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.LockDown, [DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.LockOpen, [DoorMode.LockedDown, DoorMode.LockedOpen] },
        { DoorCommand.LockDownRelease, [.. AllBut(DoorMode.LockedDown)] },
        { DoorCommand.LockOpenRelease, [.. AllBut(DoorMode.LockedOpen)] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_command_fails_in_just_the_modes_of_the_standard(DoorCommand command, DoorMode[] refusing) => Assert.All(
        AllBut(DoorMode.Accessed),
        mode => Assert.Equal(refusing.Contains(mode), !mode.Takes(command)));

    [Fact]
    public void A_refused_command_is_an_explicit_failure_that_names_the_mode_and_changes_nothing()
    {
        var world = new World();
        world.Command(DoorCommand.LockDown);
        var before = world.State.Doors[World.Street.Id];
        world.Effects.Clear();
        world.Command(DoorCommand.Unlock);
        Assert.Equal(
            new JournalFact.DoorCommanded(World.Street.Id, DoorCommand.Unlock, CommandSource.Screen, false, DoorMode.LockedDown, DoorMode.LockedDown),
            world.Facts[^1]);
        Assert.Equal(before, world.State.Doors[World.Street.Id]);
        Assert.IsType<Effect.Record>(Assert.Single(world.Effects));
    }

    [Theory]
    [InlineData(DoorCommand.Unlock, DoorMode.Unlocked)]
    [InlineData(DoorCommand.DoubleLock, DoorMode.DoubleLocked)]
    [InlineData(DoorCommand.Lock, DoorMode.Locked)]
    public void Accessed_returns_to_the_mode_before(DoorCommand command, DoorMode mode)
    {
        var world = new World();
        world.Command(command);
        world.Tap("t-staff");
        Assert.Equal(DoorMode.Accessed, world.State.Doors[World.Street.Id].Mode);
        world.Pass(5);
        Assert.Equal(mode, world.State.Doors[World.Street.Id].Mode);
    }

    [Fact]
    public void A_release_returns_to_the_mode_before_the_lock_down_or_lock_open()
    {
        var world = new World();
        world.Command(DoorCommand.Unlock);
        world.Command(DoorCommand.LockDown);
        world.Command(DoorCommand.LockDownRelease);
        Assert.Equal(DoorMode.Unlocked, world.State.Doors[World.Street.Id].Mode);
        world.Command(DoorCommand.Block);
        world.Command(DoorCommand.LockOpen);
        world.Command(DoorCommand.LockOpenRelease);
        Assert.Equal(DoorMode.Blocked, world.State.Doors[World.Street.Id].Mode);
    }

    [Theory]
    [InlineData(DoorCommand.LockDown)]
    [InlineData(DoorCommand.Block)]
    public void A_shut_door_refuses_everybody_going_in_and_keeps_nobody_inside(DoorCommand command)
    {
        var world = new World();
        world.Command(command);
        Assert.Equal(DenyReason.DoorModeRefuses, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-staff")).Reason);
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "street-out"));
        Assert.Contains(world.Effects, effect => effect is Effect.ReleaseStrike);
        world.Pass(10);
        world.Effects.Clear();
        world.Step(new SiteEvent.RequestToExit(World.Street.Id));
        Assert.Contains(world.Effects, effect => effect is Effect.ReleaseStrike);
    }

    [Fact]
    public void An_unlocked_door_is_held_by_renewal_until_it_is_locked()
    {
        var world = new World();
        world.Command(DoorCommand.Unlock);
        world.Effects.Clear();
        world.Pass(300);
        var holds = world.Effects.OfType<Effect.HoldStrike>().ToArray();
        Assert.Equal(10, holds.Length);
        Assert.All(holds, hold => Assert.Equal(TimeSpan.FromSeconds(60), hold.AtMost));
        world.Command(DoorCommand.Lock);
        Assert.Equal(new Effect.RelockStrike(World.Street.Id), world.Effects[^1]);
        world.Effects.Clear();
        world.Pass(300);
        Assert.Empty(world.Effects);
    }

    [Fact]
    public void An_unlocked_door_raises_no_alarm_and_one_left_open_is_held_open_from_the_locking_on()
    {
        var world = new World();
        world.Command(DoorCommand.Unlock);
        world.Open(World.Street);
        world.Pass(3600);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.DoorAlarmChanged);
        world.Command(DoorCommand.Lock);
        world.Pass(29);
        Assert.Equal(DoorAlarm.PreAlarm, world.State.Doors[World.Street.Id].Alarm);
        world.Pass(1);
        Assert.Equal(DoorAlarm.DoorOpenTooLong, world.State.Doors[World.Street.Id].Alarm);
    }

    [Fact]
    public void Whoever_was_let_in_may_still_go_through_a_door_that_is_unlocked_meanwhile()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Command(DoorCommand.Unlock);
        world.Open(World.Street);
        Assert.Contains(world.Facts, fact => fact is JournalFact.AccessTaken);
    }

    [Theory]
    [InlineData(DoorCommand.Unlock, DoorMode.Unlocked, true)]
    [InlineData(DoorCommand.LockDown, DoorMode.LockedDown, false)]
    public void A_mode_survives_a_restart(DoorCommand command, DoorMode mode, bool held)
    {
        var world = new World();
        world.Command(command);
        world.Tap("t-staff", "street-out");
        var entries = world.Facts.Select((fact, index) => new JournalEntry(index + 1, world.Now, fact)).ToArray();
        var restarted = new World();
        restarted.State = entries.Aggregate(Site.Initial(World.Definition, restarted.Snapshot()), Site.Recall);
        restarted.Step(new SiteEvent.Started("test"));
        Assert.Equal(mode, restarted.State.Doors[World.Street.Id].Mode);
        Assert.Equal(held, restarted.Effects.Contains(new Effect.HoldStrike(World.Street.Id, TimeSpan.FromSeconds(60))));
    }

    [Fact]
    public void Every_state_takes_every_input_as_the_table_says() =>
        GoldenFile.Holds("door-transitions.txt", DoorTransitions.Table());

    [Fact]
    public void A_door_unlocked_for_a_time_locks_by_itself_on_uptime_and_says_so()
    {
        var world = new World();
        UnlockFor(world, minutes: 15);
        world.Pass(15 * 60 - 1);
        Assert.Equal(DoorMode.Unlocked, world.State.Doors[World.Street.Id].Mode);
        world.Pass(1);
        Assert.Equal(DoorMode.Locked, world.State.Doors[World.Street.Id].Mode);
        Assert.Equal(
            new JournalFact.DoorCommanded(World.Street.Id, DoorCommand.Lock, CommandSource.Timer, true, DoorMode.Unlocked, DoorMode.Locked),
            world.Facts.OfType<JournalFact.DoorCommanded>().Last());
    }

    [Theory]
    [InlineData(DoorCommand.LockDown, DoorCommand.LockDownRelease)]
    [InlineData(DoorCommand.LockOpen, DoorCommand.LockOpenRelease)]
    public void What_comes_in_between_returns_to_locked_and_never_to_an_unlock_that_nobody_ends(DoorCommand command, DoorCommand release)
    {
        var world = new World();
        UnlockFor(world, minutes: 15);
        world.Command(command);
        world.Pass(3600);
        world.Command(release);
        Assert.Equal((DoorMode.Locked, null), (world.State.Doors[World.Street.Id].Mode, world.State.Doors[World.Street.Id].UnlockedUntil));
    }

    [Fact]
    public void A_restart_ends_an_unlock_for_a_time_and_until_further_notice_outlasts_it()
    {
        var world = new World();
        UnlockFor(world, minutes: 15);
        Assert.Equal(DoorMode.Locked, Recalled(world));
        world.Command(DoorCommand.Unlock);
        Assert.Equal(DoorMode.Unlocked, Recalled(world));
        world.Pass(3600);
        UnlockFor(world, minutes: 5);
        world.Pass(3600);
        Assert.Equal(DoorMode.Unlocked, world.State.Doors[World.Street.Id].Mode);
    }

    private static void UnlockFor(World world, int minutes) => world.Step(
        new SiteEvent.DoorCommanded(World.Street.Id, DoorCommand.Unlock, CommandSource.Screen, null) { For = TimeSpan.FromMinutes(minutes), Reason = CommandReason.Event });

    private static DoorMode Recalled(World world) =>
        world.Entries().Aggregate(Site.Initial(world.State.Definition, world.State.Policy), Site.Recall).Doors[World.Street.Id].Mode;

    private static IEnumerable<DoorMode> AllBut(DoorMode mode) => Enum.GetValues<DoorMode>().Where(other => other != mode && other != DoorMode.Accessed);
}
