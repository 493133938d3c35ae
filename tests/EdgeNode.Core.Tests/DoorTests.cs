using CsCheck;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class DoorTests
{
    [Fact]
    public void A_door_opened_without_a_grant_is_forced()
    {
        var world = new World();
        world.Open(World.Street);
        Assert.Contains(new JournalFact.DoorAlarmChanged(World.Street.Id, DoorAlarm.DoorForcedOpen), world.Facts);
        world.Close(World.Street);
        Assert.Contains(new JournalFact.DoorAlarmChanged(World.Street.Id, DoorAlarm.Normal), world.Facts);
    }

    [Fact]
    public void A_request_to_exit_is_anonymous_and_suppresses_forced()
    {
        var world = new World();
        world.Step(new SiteEvent.RequestToExit(World.Street.Id));
        world.Open(World.Street);
        Assert.Null(Assert.Single(world.Facts.OfType<JournalFact.ExitRequested>()).Who);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.DoorAlarmChanged);
    }

    [Fact]
    public void A_door_held_open_warns_at_80_percent_and_alarms_at_100()
    {
        var world = new World();
        world.Tap("t-staff");
        world.Open(World.Street);
        world.Pass(23.9);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.DoorAlarmChanged);
        world.Pass(0.1);
        Assert.Equal(DoorAlarm.PreAlarm, world.State.Doors[World.Street.Id].Alarm);
        Assert.Contains(world.Effects, effect => effect is Effect.SignalReader { Signal: ReaderSignal.HeldOpenWarning });
        world.Pass(6);
        Assert.Equal(DoorAlarm.DoorOpenTooLong, world.State.Doors[World.Street.Id].Alarm);
    }

    [Fact]
    public void A_tap_after_that_of_somebody_with_extended_time_takes_none_of_it_away()
    {
        var world = new World();
        world.Tap("t-slow");
        world.Pass(1);
        world.Tap("t-staff");
        world.Step(new SiteEvent.RequestToExit(World.Street.Id));
        Assert.Equal([15, 14, 14], world.Effects.OfType<Effect.ReleaseStrike>().Select(release => release.AtMost.TotalSeconds));
        world.Pass(13.9);
        Assert.Equal(DoorMode.Accessed, world.State.Doors[World.Street.Id].Mode);
        world.Open(World.Street);
        world.Pass(47.9);
        Assert.Equal(DoorAlarm.Normal, world.State.Doors[World.Street.Id].Alarm);
        world.Pass(0.1);
        Assert.Equal(DoorAlarm.PreAlarm, world.State.Doors[World.Street.Id].Alarm);
    }

    [Fact]
    public void Whoever_comes_while_somebody_with_extended_time_is_still_in_the_door_takes_none_of_it_away()
    {
        var world = new World();
        world.Tap("t-slow");
        world.Open(World.Street);
        world.Pass(1);
        world.Tap("t-staff");
        world.Step(new SiteEvent.RequestToExit(World.Street.Id));
        world.Pass(46.9);
        Assert.Equal(DoorAlarm.Normal, world.State.Doors[World.Street.Id].Alarm);
        world.Pass(0.1);
        Assert.Equal(DoorAlarm.PreAlarm, world.State.Doors[World.Street.Id].Alarm);
        world.Close(World.Street);
        world.Tap("t-staff");
        world.Open(World.Street);
        world.Pass(24);
        Assert.Equal(DoorAlarm.PreAlarm, world.State.Doors[World.Street.Id].Alarm);
    }

    [Fact]
    public void Extended_time_is_that_of_one_passage_and_not_of_the_next()
    {
        var world = new World();
        world.Tap("t-slow");
        world.GoThrough(World.Street);
        world.Tap("t-staff");
        Assert.Equal(5, world.Effects.OfType<Effect.ReleaseStrike>().Last().AtMost.TotalSeconds);
        Assert.False(world.State.Doors[World.Street.Id].Extended);
    }

    [Fact]
    public void A_door_timer_does_not_notice_when_the_wall_clock_jumps()
    {
        var world = new World();
        world.Tap("t-staff");
        world.Wall += TimeSpan.FromHours(3);
        world.Step(new SiteEvent.TimePassed());
        Assert.Equal(DoorMode.Accessed, world.State.Doors[World.Street.Id].Mode);
        world.Wall -= TimeSpan.FromHours(6);
        world.Pass(5);
        Assert.Equal(DoorMode.Locked, world.State.Doors[World.Street.Id].Mode);
        Assert.Contains(new Effect.RelockStrike(World.Street.Id), world.Effects);
    }

    [Fact]
    public void A_grant_that_nobody_used_is_not_taken_and_costs_nothing()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Pass(6);
        Assert.Single(world.Facts.OfType<JournalFact.AccessNotTaken>());
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.BookingCheckedIn or JournalFact.SessionOpened);
    }

    [Fact]
    public void A_strike_is_never_on_without_a_deadline() => Gen.Int[0, 11].Array[1, 60].Sample(choices =>
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        foreach (var choice in choices)
        {
            Do(world, choice);
            foreach (var door in World.Definition.Doors)
            {
                var state = world.State.Doors[door.Id];
                Assert.True(!IsReleased(world, door.Id) || (state.RelockAt ?? state.RenewAt) is not null);
                Assert.Equal(state.Standing.IsReleased(), state.RenewAt is not null);
                Assert.True(state.RelockAt is null || state.RelockAt <= world.Uptime + TimeSpan.FromSeconds(15));
                Assert.True(state.RenewAt is null || state.RenewAt <= world.Uptime + TimeSpan.FromSeconds(30));
            }

            Assert.True(Site.NextDeadline(world.State) is not { } due || (due.Uptime > world.Uptime && due.Why.Length > 0));
        }

        Assert.All(world.Effects.OfType<Effect.ReleaseStrike>(), effect => Assert.InRange(effect.AtMost, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15)));
        Assert.InRange(world.Effects.OfType<Effect.ReleaseStrike>().Count(), 0, world.Facts.Count(IsCause));
    });

    // What the strike does after all effects so far.
    private static bool IsReleased(World world, DoorId door) => world.Effects.LastOrDefault(effect => effect switch
    {
        Effect.ReleaseStrike release => release.Door == door,
        Effect.HoldStrike hold => hold.Door == door,
        Effect.RelockStrike relock => relock.Door == door,
        _ => false,
    }) is Effect.ReleaseStrike or Effect.HoldStrike;

    private static bool IsCause(JournalFact fact) =>
        fact is JournalFact.AccessGranted or JournalFact.ExitRequested or JournalFact.DoorCommanded { Taken: true, Command: DoorCommand.Access };

    private static void Do(World world, int choice)
    {
        switch (choice)
        {
            case 0: world.Tap("t-booked"); break;
            case 1: world.Tap("t-staff", "host-in"); break;
            case 2: world.Tap("t-nobody"); break;
            case 3: world.Step(new SiteEvent.RequestToExit(World.Street.Id)); break;
            case 4: world.Open(World.Street); break;
            case 5: world.Close(World.Street); break;
            case 6: world.Wall += TimeSpan.FromHours(-1); world.Step(new SiteEvent.TimePassed()); break;
            case 7: world.Command(DoorCommand.Access); break;
            case 8: world.Command(DoorCommand.Unlock); break;
            case 9: world.Command(DoorCommand.Lock); break;
            case 10: world.Command(DoorCommand.LockDown); world.Command(DoorCommand.LockDownRelease); break;
            default: world.Pass(3); break;
        }
    }
}
