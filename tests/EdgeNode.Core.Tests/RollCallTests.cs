using Xunit;

namespace EdgeNode.Core.Tests;

public class RollCallTests
{
    [Fact]
    public void Whoever_was_in_when_the_alarm_began_stays_on_the_list_and_is_shown_as_gone_once_seen_outside()
    {
        var world = new World();
        Assert.Empty(RollCall.Of(world.State, null).People);
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        var seen = Assert.Single(RollCall.Of(world.State, null).People);
        Assert.Equal((new HolderRef("staff"), false), (seen.Holder, seen.HasLeft));
        Assert.NotEqual("", seen.Zone);
        world.Step(new SiteEvent.FireInputChanged(true));
        world.State = world.State with
        {
            Presence = Presence.Nobody,
            Whereabouts = world.State.Whereabouts.SetItem(new("staff"), world.State.Whereabouts[new("staff")] with { Area = AreaId.Outside }),
        };
        var call = RollCall.Of(world.State, null);
        Assert.NotNull(call.AlarmSince);
        Assert.True(Assert.Single(call.People).HasLeft);
        Assert.Equal(0, call.SeenLastHour);
    }

    [Fact]
    public void A_list_that_was_frozen_holds_whom_it_held()
    {
        var world = new World();
        var listed = RollCall.Of(world.State, [new("gone"), new("also")]);
        Assert.Equal(["also", "gone"], listed.People.Select(seen => seen.Holder.Value));
        Assert.All(listed.People, seen => Assert.False(seen.HasLeft));
    }
}
