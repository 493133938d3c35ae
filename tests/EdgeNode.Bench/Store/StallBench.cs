using EdgeNode.Core;
using EdgeNode.Store;
using EdgeNode.Store.Tests;

namespace EdgeNode.Bench;

/// <summary>A decision and its record handed to the journal, while every sync of the disk hangs, beside the same while the disk is well.</summary>
internal static class StallBench
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    public static void Run(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        var taps = quick ? 40 : 190;
        using var well = new ManualResetEventSlim(initialState: true);
        var files = new SyncReplaced(LinuxFiles.Instance, real =>
        {
            well.Wait();
            real();
        });
        using (var journal = Journal.Open(folder.FullName, StoreRecords.Options with { BufferRecords = 200 }, TimeProvider.System, files))
        {
            Taps("warm up", taps, journal);
            journal.Flush();
            var usual = Taps("decide and record, disk well", taps, journal);
            journal.Flush();
            well.Reset();
            var stalled = Taps($"decide and record, disk hangs for {taps * Between.TotalSeconds:0.0} s", taps, journal);
            var waiting = journal.Condition.Waiting;
            well.Set();
            journal.Flush();
            usual.Print();
            stalled.Print(usual);
            Console.WriteLine($"  p99 while it hangs: {stalled.At(0.99) / usual.At(0.99):0.00} x; {waiting} records waited, {journal.Durable} of {journal.Appended} durable afterwards");
        }

        folder.Delete(recursive: true);
    }

    // One every 25 ms, as nobody taps faster; the pause is not measured.
    private static Timings Taps(string name, int taps, Journal journal)
    {
        var timings = new Timings(name);
        using var timer = new PeriodicTimer(Between);
        var policy = PolicySnapshot.Build(StoreSite.Definition, StoreSite.Policy(1_000));
        for (var tap = 0; tap < taps; tap++)
        {
            timer.WaitForNextTickAsync().AsTask().GetAwaiter().GetResult();
            var (number, moment) = (tap, StoreRecords.At(tap));
            timings.Measure(() =>
            {
                var decision = AccessDecider.Decide(policy, new(new(new("in"), new($"t{number}"), Assurance.UidOnly, PinProved: false), [], DoorMode.Locked, true), moment);
                journal.Append(new JournalFact.AccessGranted(new("in"), new("door"), GrantBasis.Booking, 1) { Who = StoreSite.Who(decision) }, moment);
            });
        }

        return timings;
    }
}
