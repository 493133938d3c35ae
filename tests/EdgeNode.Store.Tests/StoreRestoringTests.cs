using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class StoreRestoringTests : IDisposable
{
    private static readonly Moment Later = new(TimeSpan.Zero, new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero), ClockTrust.Trusted);
    private readonly TemporaryFolder _folder = new();

    public StoreRestoringTests() => Fill(_folder["old"], 30);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_there_before_is_kept_and_never_copied_along()
    {
        Fill(_folder["store"], 7);

        var (last, problems, before) = Restore();

        Assert.Equal((30, 0, _folder["store/before-restore-1"]), (last, problems.Count, before));
        Assert.False(StoreRestoring.IsInterrupted(_folder["store"]));
        Assert.Equal(31, Count(_folder["store/journal"]));
        Assert.Equal(7, Count(_folder["store/before-restore-1/journal"]));
        Assert.Equal(_folder["store/before-restore-2"], Restore().Before);
        Assert.DoesNotContain(StoreCopy.Files(_folder["store"]), file => file.Name.Contains("before", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_without_a_store_gets_one()
    {
        Assert.Null(Restore().Before);
        Assert.Equal(31, Count(_folder["store/journal"]));
    }

    [Fact]
    public void A_store_that_is_in_use_is_refused()
    {
        Fill(_folder["store"], 7);
        using var running = Journal.Open(_folder["store/journal"], Records.Options);
        Assert.Contains("another edgenode uses this store", Assert.Throws<IOException>(() => StoreRestoring.Begin(_folder["store"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_up_or_refused_it_leaves_what_was_there()
    {
        Fill(_folder["store"], 7);
        using (var restoring = StoreRestoring.Begin(_folder["store"]))
        {
            restoring.Add("picture.db", [1]);
            Assert.False(StoreRestoring.IsInterrupted(_folder["store"]));
            Assert.ThrowsAny<IOException>(() => restoring.Finish(Records.Options, Later));
        }

        Assert.False(StoreRestoring.IsInterrupted(_folder["store"]));
        Assert.Equal(7, Count(_folder["store/journal"]));
        Assert.Equal(["journal"], Directory.GetFileSystemEntries(_folder["store"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Interrupted_anywhere_it_is_done_again_and_loses_nothing_of_before()
    {
        Fill(_folder["store"], 7);
        Directory.CreateDirectory(_folder["store/restoring/journal"]);
        Directory.CreateDirectory(_folder["store/before-restore-1"]);
        Directory.Move(_folder["store/journal"], _folder["store/before-restore-1/journal"]);
        File.WriteAllText(_folder["store/half"], "of what was put back");
        File.WriteAllText(_folder["store/restoring.mark"], "");

        // A try with a damaged backup in between changes nothing of that.
        StoreRestoring.Begin(_folder["store"]).Dispose();
        Assert.True(StoreRestoring.IsInterrupted(_folder["store"]));
        Assert.Equal(_folder["store/before-restore-2"], Restore().Before);

        Assert.Equal(31, Count(_folder["store/journal"]));
        Assert.Equal(7, Count(_folder["store/before-restore-1/journal"]));
        Assert.True(File.Exists(_folder["store/before-restore-2/half"]));
        Assert.False(StoreRestoring.IsInterrupted(_folder["store"]));
    }

    private (long Last, IReadOnlyList<string> Problems, string? Before) Restore()
    {
        using var restoring = StoreRestoring.Begin(_folder["store"]);
        foreach (var (name, content) in StoreCopy.Files(_folder["old"]))
        {
            restoring.Add(name, content);
        }

        return restoring.Finish(Records.Options, Later);
    }

    private static int Count(string journal)
    {
        using var open = Journal.Open(journal, Records.Options);
        Assert.Empty(open.OpeningReport);
        return open.Read(1).Count();
    }

    private static void Fill(string store, int records)
    {
        Directory.CreateDirectory(store);
        using var journal = Journal.Open(Path.Combine(store, "journal"), Records.Options);
        journal.Append(records);
    }
}
