using EdgeNode.Core;
using EdgeNode.Demo;
using Xunit;

namespace EdgeNode.Simulation;

public class OfflineTests
{
    [Fact]
    public async Task A_thousand_taps_with_network_and_broker_down_open_and_are_journalled()
    {
        await using var story = await Story.BeginAsync(3, peopled: false);
        var world = story.World;
        await story.PlayAsync(0.1);
        world.SetNetwork(false);
        await world.SetBrokerAsync(false);
        var opened = 0;
        for (var tap = 0; tap < 1000; tap++)
        {
            world.Tap(new AccessPointId("host-in"), Population.Staff[tap % Population.Staff.Length].Card);
            await world.RunToAsync(world.Time.Uptime + TimeSpan.FromSeconds(1));
            opened += world.TryOpen(new DoorId("host")) ? 1 : 0;
            world.Close(new DoorId("host"));
            await world.RunToAsync(world.Time.Uptime + TimeSpan.FromSeconds(9));
        }

        Assert.Equal(1000, opened);
        Assert.Equal(1000, world.Node!.Journal.Read(1).Count(entry => entry.Fact is JournalFact.AccessGranted { Door.Value: "host" }));
    }

    [Fact]
    public async Task A_tap_in_the_air_when_the_power_goes_opens_nothing_afterwards()
    {
        await using var story = await Story.BeginAsync(4, peopled: false);
        var world = story.World;
        await story.PlayAsync(0.1);
        world.Tap(new AccessPointId("street-in"), Population.Staff[0].Card);
        await world.RunToAsync(world.Time.Uptime + TimeSpan.FromMilliseconds(10));
        await world.PullPowerAsync();
        await world.RunToAsync(world.Time.Uptime + TimeSpan.FromSeconds(3));
        Assert.False(world.TryOpen(new DoorId("street")));
        Assert.DoesNotContain(world.Node!.Journal.Read(1), entry => entry.Fact is JournalFact.AccessGranted { Door.Value: "street" });
    }
}
