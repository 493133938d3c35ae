using System.Globalization;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class PowerCutTests
{
    // Every fault found is told with its seed and cut: CutRun(folder, seed, cut) repeats it.
    [Fact]
    public void After_a_power_cut_before_any_write_or_sync_everything_acknowledged_is_there_once_and_nothing_else()
    {
        var wanted = Effort.Of(sample: 4_000, all: 100_000);
        int lives = 0, cuts = 0;
        long acknowledged = 0;
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            using var folder = new TemporaryFolder();
            for (var seed = worker; Volatile.Read(ref cuts) < wanted && faults.IsEmpty; seed += Environment.ProcessorCount)
            {
                Interlocked.Increment(ref lives);
                for (var cut = 1; CutRun(folder, seed, cut, faults) is { } kept; cut++)
                {
                    Interlocked.Increment(ref cuts);
                    Interlocked.Add(ref acknowledged, kept);
                }
            }
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"power cuts in the disk model: {cuts} in {lives} lives, {acknowledged} records acknowledged before them, {faults.Count} faults"));
        Assert.Empty(faults);
        Assert.True(cuts >= wanted);
    }

    [Fact]
    public void Without_the_sync_the_same_cuts_lose_acknowledged_records()
    {
        using var folder = new TemporaryFolder();
        var lost = 0;
        for (var cut = 1; cut < 60; cut++)
        {
            var disk = new ForgetfulDisk(cut);
            long acknowledged = 0;
            using (var journal = Journal.Open(folder.Path, Records.Options, TimeProvider.System, new SyncReplaced(disk, _ => { })))
            {
                journal.DurableAdvanced += sequence => acknowledged = sequence;
                journal.Append(20);
            }

            disk.PowerOn();
            using var again = Journal.Open(folder.Path, Records.Options, TimeProvider.System, disk);
            lost += again.Durable < acknowledged ? 1 : 0;
        }

        Console.WriteLine($"negative control, disk model with the sync switched off: {lost} of 59 cuts lose acknowledged records");
        Assert.True(lost > 20);
    }

    // Null when the life was over before the cut.
    private static long? CutRun(TemporaryFolder folder, int seed, int cut, System.Collections.Concurrent.ConcurrentBag<string> faults)
    {
        var run = new CutRun(folder.Path, seed, cut);
        if (!run.Live())
        {
            return null;
        }

        if (run.Examine() is { } fault)
        {
            faults.Add($"seed {seed}, cut before operation {cut}: {fault}");
        }

        return run.Acknowledged;
    }
}
