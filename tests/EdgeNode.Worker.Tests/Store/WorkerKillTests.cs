using EdgeNode.Store;

namespace EdgeNode.Worker.Tests;

public sealed class WorkerKillTests : IDisposable
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("EDGENODE_TESTS") == "full";
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Whatever_the_page_called_written_is_there_once_after_the_program_was_killed()
    {
        // A program that starts is busy, one that is watched waits: four side by side share the machine well.
        var (lives, kills) = Full ? (4, 250) : (1, 3);
        var records = await Task.WhenAll(Enumerable.Range(0, lives).Select(life => KillAgainAndAgain(life, kills)));
        Console.WriteLine($"kill -9 of the real program under load: {lives * kills} kills, {records.Sum()} records, everything shown as written is there once");
    }

    private async Task<int> KillAgainAndAgain(int life, int kills)
    {
        var random = new Random(20261124 + life);
        await using var load = new RadarLoad();
        var (page, store) = (FreePage.Find(), Path.Combine(_folder, $"store-{life}"));
        var file = Path.Combine(_folder, $"site-{life}.yaml");
        await File.WriteAllTextAsync(file, Configuration(load, page, store), TestContext.Current.CancellationToken);
        using var visitor = new ScreenVisitor(page);
        List<string> before = [];
        long shownBefore = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            bound.CancelAfter(TimeSpan.FromMinutes(10));
            using var node = await RunningNode.StartAsync(file, visitor, bound.Token);
            var shown = await node.WatchAndKillAsync(visitor, random.Next(1, 8), bound.Token);
            var now = Hashes(store);
            Assert.True(shown > shownBefore);
            Assert.InRange(now.Count, shown, long.MaxValue);
            Assert.Equal(before, now.Take(before.Count));
            (before, shownBefore) = (now, shown);
        }

        return before.Count;
    }

    private static string Configuration(RadarLoad load, Uri page, string store)
    {
        var desks = ConfigurationFixture.Minimal.IndexOf("desks:", StringComparison.Ordinal);
        return $"{ConfigurationFixture.Minimal[..desks]}{load.Section}store: {store}\ngpio: none\nscreen:\n  listen: {page.GetLeftPart(UriPartial.Authority)}\n";
    }

    // Whole and in one chain, or the proof names the first bad one.
    private static List<string> Hashes(string store)
    {
        var folder = Path.Combine(store, "journal");
        Assert.Null(JournalProof.Verify(folder).FirstBad);
        var hashes = new List<string>();
        JournalProof.Read(folder, 1, long.MaxValue, (line, _) => hashes.Add(line.Hash));
        return hashes;
    }
}
