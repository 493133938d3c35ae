using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class EvacuationTests
{
    private static readonly NodeHealth Quiet = new(true, 0, true, 0, null, 0, 1, null, []);

    [Fact]
    public void A_fire_alarm_stays_until_a_named_person_ends_it_and_its_input_has_gone()
    {
        var world = new World();
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        world.Step(new SiteEvent.FireInputChanged(true));
        Assert.Equal([new HolderRef("staff")], world.State.Evacuation!.Inside);
        world.Step(new SiteEvent.EvacuationEnded(new("staff")));
        Assert.NotNull(world.State.Evacuation);
        world.Step(new SiteEvent.FireInputChanged(false));
        world.Step(new SiteEvent.FireInputChanged(true));
        world.Step(new SiteEvent.FireInputChanged(false));
        Assert.NotNull(world.State.Evacuation);
        world.Step(new SiteEvent.EvacuationEnded(new("staff")));
        Assert.Null(world.State.Evacuation);
        Assert.Single(world.Facts.OfType<JournalFact.EvacuationStarted>());
        Assert.Equal(new HolderRef("staff"), Assert.Single(world.Facts.OfType<JournalFact.EvacuationEnded>()).Who!.Holder);
    }

    [Fact]
    public void Doors_that_its_wiring_opens_are_neither_forced_nor_held_open_until_it_is_over()
    {
        var world = new World();
        world.Step(new SiteEvent.FireInputChanged(true));
        world.Open(World.Street);
        world.Pass(600);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.DoorAlarmChanged);
        Assert.All(SitePicture.Draw(world.State, world.Now, 1, [], Quiet).Doors, door => Assert.True(door.Evacuating));
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike or Effect.HoldStrike);
        world.Step(new SiteEvent.FireInputChanged(false));
        world.Step(new SiteEvent.EvacuationEnded(new("staff")));
        world.Pass(31);
        Assert.Equal(DoorAlarm.DoorOpenTooLong, world.State.Doors[World.Street.Id].Alarm);
    }

    [Fact]
    public void It_survives_a_restart_with_who_was_inside()
    {
        var world = new World();
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        world.Step(new SiteEvent.FireInputChanged(true));
        var recalled = world.Recalled();
        Assert.Equal(world.State.Evacuation!.Inside, recalled.Evacuation!.Inside);
        Assert.True(recalled.Doors[World.Street.Id].MayStandOpen);
    }

    [Fact]
    public void A_tap_is_decided_as_always_meanwhile()
    {
        var world = new World();
        world.Step(new SiteEvent.FireInputChanged(true));
        Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-blocked"));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
    }
}
