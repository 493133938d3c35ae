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
}
