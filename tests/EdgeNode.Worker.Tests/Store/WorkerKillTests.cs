using System.Net;
using System.Net.Sockets;
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
        var kills = Full ? 1_000 : 3;
        var random = new Random(20261124);
        await using var load = new RadarLoad();
        var page = FreePage();
        var file = Path.Combine(_folder, "site.yaml");
        await File.WriteAllTextAsync(file, Configuration(load, page), TestContext.Current.CancellationToken);
        List<string> before = [];
        long shownBefore = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            bound.CancelAfter(TimeSpan.FromMinutes(2));
            using var node = await RunningNode.StartAsync(file, bound.Token);
            var shown = await node.WatchAndKillAsync(page, random.Next(1, 8), bound.Token);
            var now = Hashes();
            Assert.True(shown > shownBefore);
            Assert.InRange(now.Count, shown, long.MaxValue);
            Assert.Equal(before, now.Take(before.Count));
            (before, shownBefore) = (now, shown);
        }

        Console.WriteLine($"kill -9 of the real program under {kills} loads: {before.Count} records, everything shown as written is there once");
    }

    private static Uri FreePage()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    private string Configuration(RadarLoad load, Uri page)
    {
        var desks = ConfigurationFixture.Minimal.IndexOf("desks:", StringComparison.Ordinal);
        return $"{ConfigurationFixture.Minimal[..desks]}{load.Section}store: {_folder}/store\ngpio: none\nscreen:\n  listen: {page.GetLeftPart(UriPartial.Authority)}\n";
    }

    // Whole and in one chain, or the proof names the first bad one.
    private List<string> Hashes()
    {
        var folder = Path.Combine(_folder, "store", "journal");
        Assert.Null(JournalProof.Verify(folder).FirstBad);
        var hashes = new List<string>();
        JournalProof.Read(folder, 1, long.MaxValue, (line, _) => hashes.Add(line.Hash));
        return hashes;
    }
}
