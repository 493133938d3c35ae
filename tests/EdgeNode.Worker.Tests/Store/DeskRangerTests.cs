using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Worker.Tests;

public sealed class DeskRangerTests : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("edgenode-ranger").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task A_desk_follows_its_time_of_flight_chip_and_is_unknown_while_that_is_silent()
    {
        using var site = new SmallSite(_store, "  - { id: d02, area: floor, timeOfFlight: { kind: vl53l0x, i2c: 1 } }\ngpio: real");
        await using var node = site.Start();
        Assert.Equal(DeskOccupancy.Unknown, Desk(node));
        site.Ranger.Millimetres = 550;
        site.Pass(node, TimeSpan.FromSeconds(3));
        Assert.Equal(DeskOccupancy.Occupied, Desk(node));
        site.Ranger.Millimetres = 1_100;
        site.Pass(node, TimeSpan.FromSeconds(110));
        Assert.Equal(DeskOccupancy.Occupied, Desk(node));
        site.Pass(node, TimeSpan.FromSeconds(20));
        Assert.Equal(DeskOccupancy.Free, Desk(node));
        site.Ranger.Fault = RangingFault.Silent;
        site.Pass(node, TimeSpan.FromSeconds(40));
        Assert.Equal(DeskOccupancy.Unknown, Desk(node));
    }

    private static DeskOccupancy Desk(Node node) => node.Loop.State.Desks[new("d02")].Occupancy;
}
