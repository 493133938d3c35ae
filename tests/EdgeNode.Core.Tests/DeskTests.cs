using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class DeskTests
{
    private static readonly ResourceId Desk = new("d1");

    [Fact]
    public void Presence_must_last_for_the_on_delay_and_absence_for_the_hold()
    {
        var world = new World();
        Report(world, true, 19);
        Assert.Equal(DeskOccupancy.Unknown, world.State.Desks[Desk].Occupancy);
        Report(world, true, 2);
        Assert.Equal(DeskOccupancy.Occupied, world.State.Desks[Desk].Occupancy);
        Report(world, false, 178);
        Assert.Equal(DeskOccupancy.Occupied, world.State.Desks[Desk].Occupancy);
        Report(world, false, 5);
        Assert.Equal(DeskOccupancy.Free, world.State.Desks[Desk].Occupancy);
    }

    [Fact]
    public void A_silent_sensor_is_unknown_and_never_free()
    {
        var world = new World();
        Report(world, false, 1);
        Assert.Equal(DeskOccupancy.Free, world.State.Desks[Desk].Occupancy);
        world.Pass(24);
        Assert.Equal(DeskOccupancy.Unknown, world.State.Desks[Desk].Occupancy);
        Assert.Null(Assert.Single(world.Facts.OfType<JournalFact.DeskChanged>(), fact => fact.Occupancy == DeskOccupancy.Unknown).Who);
    }

    private static void Report(World world, bool present, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            world.Step(new SiteEvent.DeskSensed(Desk, present));
            world.Pass(1);
        }
    }

    [Theory]
    [InlineData(21, 24, SensorWarning.None)]
    [InlineData(20, 24, SensorWarning.BatteryLow)]
    [InlineData(20, 25, SensorWarning.Silent)]
    [InlineData(null, 0, SensorWarning.None)]
    [InlineData(null, 25, SensorWarning.Silent)]
    [InlineData(101, 0, SensorWarning.None)]
    public void A_sensor_is_shown_with_battery_signal_and_last_sign_and_warns_at_a_fifth_or_two_missed_reports(int? battery, int seconds, SensorWarning warning)
    {
        var world = new World();
        var desk = world.Here.Desks[0];
        var told = world.Wall;
        world.Step(new SiteEvent.SensorTold(desk.Id, battery, 48));
        world.Pass(seconds);
        var shown = SensorView.Of(world.State, desk, world.Now)!;
        Assert.Equal((battery is <= 100 ? battery : null, 48, told, warning), (shown.Battery, shown.Signal, shown.LastSeen, shown.Warning));
        Assert.Equal(DeskOccupancy.Unknown, world.State.Desks[desk.Id].Occupancy);
    }

    [Fact]
    public void A_sensor_that_has_never_spoken_is_missed_from_the_start_on_and_a_desk_without_one_is_not()
    {
        var world = new World(World.Definition with { Desks = [World.Definition.Desks[0], World.Definition.Desks[1] with { Sensor = null }] });
        var shown = SitePicture.Draw(world.State, world.Now, 1, [], new(true, 0, false, 0, null, 0, 0, null, [])).Desks;
        Assert.Equal((null, SensorWarning.Silent), (shown[0].Sensor!.LastSeen, shown[0].Sensor!.Warning));
        Assert.Null(shown[1].Sensor);
    }
}
