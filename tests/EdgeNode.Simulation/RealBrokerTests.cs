using EdgeNode.CloudSync.Tests;
using Xunit;

namespace EdgeNode.Simulation;

public class RealBrokerTests
{
    [Fact]
    public async Task Two_days_over_a_real_mosquitto_arrive_whole()
    {
        await using var broker = await Mosquitto.StartNew(TestContext.Current.CancellationToken);
        await using var story = await Story.BeginAsync(2, broker.Port);
        await story.PlayAsync(2.1);

        Assert.Empty(story.Errors);
        var totals = story.World.Hub.Totals.Read(null).ToDictionary(row => row.Home, row => (row.Sessions, row.Minutes));
        Assert.NotEmpty(totals);
        Assert.Equal((await Recount.OfAsync(story.Lines())).OrderBy(row => row.Key), totals.OrderBy(row => row.Key));
        var journal = story.World.Node!.Journal;
        await story.World.Node.Link!.WhenAcknowledged(journal.Durable, TestContext.Current.CancellationToken);
    }
}
