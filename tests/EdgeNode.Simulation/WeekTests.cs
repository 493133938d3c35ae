using EdgeNode.Core;
using EdgeNode.Demo;
using EdgeNode.Store;
using Xunit;

namespace EdgeNode.Simulation;

public class WeekTests
{
    [Fact]
    public async Task A_hard_week_at_seed_1_loses_nothing_and_pays_every_minute()
    {
        await using var story = (await Story.BeginAsync(1)).WithTroubles();
        await story.PlayAsync(7.1);
        var world = story.World;
        var lines = story.Lines();

        Assert.Empty(story.Errors);
        AssertChainHolds(lines);
        AssertNoStrikeWithoutBound(world);
        var totals = world.Hub.Totals.Read(null).ToDictionary(row => row.Home, row => (row.Sessions, row.Minutes));
        Assert.Equal((await Recount.OfAsync(lines)).OrderBy(row => row.Key), totals.OrderBy(row => row.Key));
        Assert.True(totals.Values.Sum(total => total.Sessions) > 40, "a week in which hardly anybody came proves little");
        AssertEverythingHappened(world);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_journal_to_the_byte()
    {
        var first = await PlayAsync(7);
        var second = await PlayAsync(7);
        Assert.Equal(first.Count, second.Count);
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second));
        Assert.NotEqual(first.Count, (await PlayAsync(8)).Count);
    }

    private static async Task<IReadOnlyList<byte[]>> PlayAsync(int seed)
    {
        await using var story = (await Story.BeginAsync(seed)).WithTroubles();
        await story.PlayAsync(2.0);
        return story.Lines();
    }

    private static void AssertChainHolds(IReadOnlyList<byte[]> lines)
    {
        var chain = new JournalChain();
        Assert.All(lines, line => Assert.Null(chain.TryAccept(line, [], out _)));
    }

    // Seen at the pins: whatever was energised was let go again within the longest release and its grace.
    private static void AssertNoStrikeWithoutBound(World world)
    {
        foreach (var strike in world.Configuration.Strikes)
        {
            var released = strike.ActiveHigh == (strike.Wiring == Worker.StrikeWiring.FailSecure);
            var changes = world.Building.Chip.Trace.Where(change => change.Pin == strike.Pin).ToArray();
            Assert.NotEmpty(changes);
            foreach (var (on, off) in changes.Zip(changes.Skip(1)).Where(pair => pair.First.High == released))
            {
                Assert.InRange(off.Uptime - on.Uptime, TimeSpan.Zero, TimeSpan.FromSeconds(15.5));
            }

            Assert.NotEqual(released, changes[^1].High);
        }
    }

    private static void AssertEverythingHappened(World world)
    {
        var kinds = world.Node!.Journal.Read(1).Select(entry => entry.Fact.GetType()).ToHashSet();
        Type[] expected =
        [
            typeof(JournalFact.SiteStarted), typeof(JournalFact.DayClosed), typeof(JournalFact.ClockJumped), typeof(JournalFact.PolicyApplied),
            typeof(JournalFact.AccessGranted), typeof(JournalFact.AccessDenied), typeof(JournalFact.AccessTaken), typeof(JournalFact.ExitRequested),
            typeof(JournalFact.DoorAlarmChanged), typeof(JournalFact.DeskChanged), typeof(JournalFact.BookingCheckedIn),
            typeof(JournalFact.BookingReleased), typeof(JournalFact.SessionOpened), typeof(JournalFact.SessionClosed), typeof(JournalFact.UsageAcknowledged),
            typeof(JournalFact.DeskDay), typeof(JournalFact.DaySealed), typeof(JournalFact.DetailsErased),
        ];
        Assert.Empty(expected.Except(kinds));
    }
}
