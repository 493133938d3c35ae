using System.Diagnostics;
using System.Globalization;
using EdgeNode.HostileWorld;

namespace EdgeNode.Bench;

/// <summary>Events of a simulated site for each second of one core: node, reference and every promise together, after a warm-up.</summary>
internal static class SimulationBench
{
    public static void Run(bool quick)
    {
        var (warm, measured) = quick ? (5, 10) : (40, 100);
        Play(0, warm);
        var core = Process.GetCurrentProcess().TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var (events, records) = Play(warm, measured);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var busy = (Process.GetCurrentProcess().TotalProcessorTime - core).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"simulation, {measured} weeks by seed on one thread: {events} events, {records} records in {seconds:0.0} s, {busy:0.0} s of a core: {events / busy:0} events/s of one core"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $$"""{"bench":"simulation","events":{{events}},"records":{{records}},"seconds":{{seconds:0.00}},"coreSeconds":{{busy:0.00}},"eventsPerCoreSecond":{{events / busy:0}}}"""));
    }

    private static (long Events, long Records) Play(int first, int count)
    {
        long events = 0, records = 0;
        for (var seed = first + 1; seed <= first + count; seed++)
        {
            var outcome = Worlds.Play(new WorldOptions(seed));
            (events, records) = (events + outcome.Steps, records + outcome.Records);
        }

        return (events, records);
    }
}
