using System.Globalization;
using EdgeNode.Store.Tests;
using EdgeNode.HostileWorld;
using Xunit;

namespace EdgeNode.Simulation;

public class WorldTests
{
    // Each failure is told with its seed, and how to play it again.
    [Fact]
    public void Every_promise_is_kept_in_every_week_by_seed()
    {
        var weeks = Effort.Of(sample: 120, all: 10_000);

        var outcome = Worlds.Play([.. Enumerable.Range(1, weeks)], new(0));

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"world by seed: {outcome.Worlds} weeks, {outcome.Steps} events, {outcome.Records} records, {outcome.Starts} starts, {outcome.Failures.Count} broken promises"));
        foreach (var failure in outcome.Failures.Take(1))
        {
            Assert.Fail(Report.Of(Shrinking.Smallest(failure)));
        }

        Assert.Equal(weeks, outcome.Worlds);
        Assert.True(outcome.Starts > 4 * weeks, "a world in which the power hardly ever goes proves little");
        Assert.True(outcome.Records > 500 * weeks, "a world in which hardly anything happens proves little");
    }

    [Fact]
    public void Every_promise_is_kept_for_many_weeks_in_a_row()
    {
        var outcome = Worlds.Play(new WorldOptions(7) { Length = TimeSpan.FromDays(Effort.Of(sample: 70, all: 730)) });

        Assert.Null(outcome.Failure);
    }

    [Fact]
    public void The_same_seed_is_the_same_story_to_the_byte()
    {
        var first = Tell(11);
        var second = Tell(11);

        Assert.True(first.Lines.Count > 500);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(first.Head, second.Head);
        Assert.NotEqual(first.Head, Tell(12).Head);
    }

    [Fact]
    public void A_story_stays_the_same_when_somebody_who_has_not_come_yet_stays_away()
    {
        var whole = Tell(11).Lines;
        var alone = Tell(11, "person-9").Lines;
        var parting = whole.Zip(alone).TakeWhile(pair => pair.First == pair.Second).Count();

        Assert.InRange(parting, 20, whole.Count - 1);
    }

    [Fact]
    public void A_disk_that_does_not_sync_is_seen_and_told_with_its_seed_and_made_small()
    {
        var outcome = Worlds.Play([.. Enumerable.Range(1, 20)], new(0) { DiskSyncs = false });
        var lost = outcome.Failures.First(failure => failure.Failure!.Promise == "nothing acknowledged is lost");
        var smallest = Shrinking.Smallest(lost);
        var report = Report.Of(smallest);

        Assert.True(smallest.Steps <= lost.Steps);
        Assert.True(smallest.Options.Without.Count > 10, "nearly everybody can stay away from a story of a lost record");
        Assert.DoesNotContain("power", smallest.Options.Without);
        Assert.Contains($"BROKEN: {smallest.Failure!.Promise}", report, StringComparison.Ordinal);
        Assert.Contains($"--seed {smallest.Options.Seed} --without ", report, StringComparison.Ordinal);
        Assert.NotEmpty(smallest.Failure.Lines);
    }

    private static (List<string> Lines, string Head) Tell(int seed, params string[] without)
    {
        var lines = new List<string>();
        var outcome = Worlds.Play(new WorldOptions(seed) { Listener = lines.Add, Without = [.. without] });
        return (lines, outcome.Head);
    }
}
