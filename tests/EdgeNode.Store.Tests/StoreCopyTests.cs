using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class StoreCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Copies_of_a_store_that_is_being_written_are_whole_and_hold_what_was_acknowledged_before()
    {
        const int copies = 15;
        using var stop = new CancellationTokenSource();
        using var journal = Journal.Open(Path.Combine(Directory.CreateDirectory(_folder["store"]).FullName, "journal"), Records.Options with { Synchronous = false }, TimeProvider.System);
        var writing = Task.Run(() => Write(journal, stop.Token), TestContext.Current.CancellationToken);
        for (var copy = 0; copy < copies; copy++)
        {
            var acknowledged = journal.Durable;
            StoreCopy.Make(_folder["store"], _folder[$"copy-{copy}"]);
            using var copied = Journal.Open(Path.Combine(_folder[$"copy-{copy}"], "journal"), Records.Options, TimeProvider.System);
            Assert.InRange(copied.Durable, acknowledged, long.MaxValue);
            Assert.Equal(Records.Entries(1, copied.Durable), copied.Read(1));
            Assert.DoesNotContain(copied.OpeningReport, told => told.Contains("missing", StringComparison.Ordinal) || told.Contains("damaged", StringComparison.Ordinal));
        }

        await stop.CancelAsync();
        await writing;
        Assert.True(journal.Durable > 100);
    }

    [Fact]
    public void A_copy_is_never_mixed_with_an_older_one()
    {
        Directory.CreateDirectory(_folder["store"]);
        Directory.CreateDirectory(_folder["copy"]);
        Assert.Contains("exists already", Assert.Throws<IOException>(() => StoreCopy.Make(_folder["store"], _folder["copy"])).Message, StringComparison.Ordinal);
    }

    // In small pieces, so that segments change all the time and the buffer never overflows.
    private static void Write(Journal journal, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            journal.Append(5);
            journal.Flush();
        }
    }
}
