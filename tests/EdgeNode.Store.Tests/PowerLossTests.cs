using Xunit;

namespace EdgeNode.Store.Tests;

/// <summary>Real processes and real system calls on a file system that forgets on a power cut what was not synced.</summary>
public sealed class PowerLossTests : IDisposable
{
    private readonly ForgetfulMount _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Every_record_acknowledged_before_the_power_goes_is_there_once()
    {
        var cycles = Effort.Of(sample: 12, all: 200);
        var random = new Random(20261124);
        long before = 0, acknowledged = 0;
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            var folder = Path.Combine(_disk.MountPoint, $"journal-{cycle / 10}");
            before = cycle % 10 == 0 ? 0 : before;
            var told = await Child.RunAndKill("append", folder, random.Next(1, 120), () => _disk.Cut(cycle));
            using var journal = Journal.Open(folder, Records.Options, TimeProvider.System);
            Assert.InRange(journal.Durable, told, long.MaxValue);
            Assert.Equal(Records.Entries(1, journal.Durable), journal.Read(1));
            Assert.DoesNotContain(Directory.GetFiles(folder), path => path.Contains("damaged", StringComparison.Ordinal));
            acknowledged += told - before;
            before = journal.Durable;
        }

        Console.WriteLine($"power cuts under a real process: {cycles} cuts, {acknowledged} records acknowledged before them, 0 lost");
    }

    [Theory]
    [InlineData("append-unsynced", "the journal with the sync switched off")]
    [InlineData("litedb", "LiteDB as it comes")]
    public async Task What_does_not_sync_loses_acknowledged_records_in_the_same_rig(string mode, string words)
    {
        var cycles = Effort.Of(sample: 8, all: 200);
        var random = new Random(1);
        long lost = 0;
        var cyclesWithLoss = 0;
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            var folder = Path.Combine(_disk.MountPoint, $"{mode}-{cycle}");
            var told = await Child.RunAndKill(mode, folder, random.Next(1, 60), () => _disk.Cut(cycle));
            var missing = mode == "litedb" ? LiteDbChild.CountLost(folder, told) : CountLost(folder, told);
            lost += missing;
            cyclesWithLoss += missing > 0 ? 1 : 0;
        }

        Console.WriteLine($"negative control, {words}, same rig: {cyclesWithLoss} of {cycles} cuts lose {lost} acknowledged records");
        Assert.True(lost > 0);
    }

    [Theory]
    [InlineData(28, "No space left on device")]
    [InlineData(5, "Input/output error")]
    [InlineData(30, "Read-only file system")]
    public async Task A_disk_that_really_refuses_is_told_in_its_words_and_what_waited_is_written_without_a_restart(int error, string words)
    {
        var stop = TestContext.Current.CancellationToken;
        using var journal = Journal.Open(Path.Combine(_disk.MountPoint, "journal"), Records.Options with { Synchronous = false }, TimeProvider.System);
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        journal.Append(3);
        Assert.True(journal.Flush());
        journal.Trouble += fault => refused.TrySetResult(fault.Message);
        journal.DurableAdvanced += sequence => _ = sequence == 33 && durable.TrySetResult();
        _disk.Fail(error);
        journal.Append(30);
        Assert.Contains(words, await refused.Task.WaitAsync(TimeSpan.FromMinutes(1), stop), StringComparison.Ordinal);
        Assert.Equal(3, journal.Durable);
        _disk.Well();
        await durable.Task.WaitAsync(TimeSpan.FromMinutes(1), stop);
        Assert.Equal(Records.Entries(1, 33), journal.Read(1));
    }

    [Fact]
    public void A_store_on_a_disk_that_became_read_only_opens_and_decides_on()
    {
        var folder = Path.Combine(_disk.MountPoint, "journal");
        Journal.Open(folder, Records.Options, TimeProvider.System).Dispose();
        using (var journal = Journal.Open(folder, Records.Options, TimeProvider.System))
        {
            journal.Append(5);
        }

        _disk.Fail(30);
        using var again = Journal.Open(folder, Records.Options, TimeProvider.System);
        Assert.Equal(6, again.Append(Records.Fact(6), Records.At(6)));
        Assert.Equal(Records.Entries(1, 5), again.Read(1));
        _disk.Well();
        Assert.True(again.Flush());
    }

    private static long CountLost(string folder, long acknowledged)
    {
        if (!Directory.Exists(folder))
        {
            return acknowledged;
        }

        using var journal = Journal.Open(folder, Records.Options, TimeProvider.System);
        return Math.Max(0, acknowledged - journal.Read(1).LongCount());
    }
}
