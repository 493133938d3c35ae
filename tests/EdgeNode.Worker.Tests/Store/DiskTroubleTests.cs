using EdgeNode.Core;
using EdgeNode.Store;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

/// <summary>The whole node on a real file system that refuses: full, read-only, broken.</summary>
public sealed class DiskTroubleTests : IDisposable
{
    private readonly ForgetfulMount _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(28, "No space left on device")]
    [InlineData(30, "Read-only file system")]
    [InlineData(5, "Input/output error")]
    public async Task While_the_disk_refuses_doors_follow_their_rule_and_everything_goes_on_without_a_restart(int error, string words)
    {
        using var site = new SmallSite(Path.Combine(_disk.MountPoint, "store"));
        await using var node = site.Start();
        Assert.True(site.Opens(node, SmallSite.Host));
        _disk.Fail(error);
        RefuseUntilFull(site, node, words);
        _disk.Well();
        GoesOn(site, node);
    }

    [Theory]
    [InlineData(28, "No space left on device")]
    [InlineData(30, "Read-only file system")]
    [InlineData(5, "Input/output error")]
    public async Task A_node_that_starts_on_such_a_disk_opens_doors_tells_it_and_goes_on_without_a_restart(int error, string words)
    {
        using var site = new SmallSite(Path.Combine(_disk.MountPoint, "store"));
        await site.Start().DisposeAsync();
        _disk.Fail(error);
        await using var node = site.Start();
        RefuseUntilFull(site, node, words);
        _disk.Well();
        GoesOn(site, node);
    }

    [Fact]
    public async Task The_real_program_starts_on_a_read_only_card_says_so_on_its_page_and_recovers()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(2));
        var page = FreePage.Find();
        using var visitor = new ScreenVisitor(page);
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(
            home["site.yaml"],
            $"{ConfigurationFixture.Minimal}store: {_disk.MountPoint}/store\ngpio: none\nscreen:\n  listen: {page.GetLeftPart(UriPartial.Authority)}\n",
            bound.Token);
        using (var first = await RunningNode.StartAsync(home["site.yaml"], visitor, bound.Token))
        {
            Assert.True(await first.WatchAndKillAsync(visitor, 1, bound.Token) > 0);
        }

        _disk.Fail(30);
        using var node = await RunningNode.StartAsync(home["site.yaml"], visitor, bound.Token);
        var before = 0L;
        await RunningNode.WatchAsync(visitor, line => (before = Math.Max(before, RunningNode.WrittenIn(line))) > 0, bound.Token);
        await RunningNode.WatchAsync(visitor, line => line.Contains("Free space, or replace the card", StringComparison.Ordinal), bound.Token);
        _disk.Well();
        await RunningNode.WatchAsync(visitor, line => RunningNode.WrittenIn(line) > before, bound.Token);
    }

    // Decision 3: the buffer first, then the rule of each door; the alarm stands as long as no record can be kept.
    private static void RefuseUntilFull(SmallSite site, Node node, string words)
    {
        Assert.True(site.Opens(node, SmallSite.Host));
        var problems = node.Views.Current.Health.Problems;
        Assert.Contains(problems, told => told.Contains(words, StringComparison.Ordinal) && told.Contains("Free space, or replace the card", StringComparison.Ordinal));
        for (var taps = 0; taps < 300 && node.Loop.State.JournalTakesRecords; taps++)
        {
            Assert.True(site.Opens(node, SmallSite.Street));
        }

        Assert.False(node.Views.Current.Health.JournalTakesRecords);
        Assert.True(site.Opens(node, SmallSite.Street));
        Assert.False(site.Opens(node, SmallSite.Host));
    }

    private static void GoesOn(SmallSite site, Node node)
    {
        site.Pass(node, TimeSpan.FromSeconds(3));
        Assert.True(site.Opens(node, SmallSite.Host));
        Assert.True(node.Views.Current.Health.JournalTakesRecords);
        Assert.Equal(node.Journal.Appended, node.Journal.Durable);
        Assert.DoesNotContain(node.Views.Current.Health.Problems, told => told.Contains("cannot be written", StringComparison.Ordinal));
        Assert.Contains(node.Journal.Read(1), entry => entry.Fact is JournalFact.JournalRecovered { Lost: > 0 });
        Assert.Null(JournalProof.Verify(NodeStore.JournalFolder(site.Configuration)).FirstBad);
    }
}
