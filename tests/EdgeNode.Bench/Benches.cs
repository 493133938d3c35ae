using System.Runtime.InteropServices;

namespace EdgeNode.Bench;

/// <summary>The one place where the project measures itself. Never a pass or fail by time: it prints.</summary>
internal static class Benches
{
    private static readonly (string Name, Func<bool, string[], Task> Run)[] All =
    [
        ("decision", (quick, _) => Done(() => DecisionBench.Run(quick))),
        ("tap", (quick, _) => TapBench.RunAsync(quick)),
        ("peers", (quick, _) => PeerBench.RunAsync(quick)),
        ("sim", (quick, _) => Done(() => SimulationBench.Run(quick))),
        ("sync", (quick, args) => SyncBench.RunAsync(quick, args.SkipWhile(word => word != "--sites").ElementAtOrDefault(1))),
        ("booking", (quick, _) => BookingBench.RunAsync(quick)),
        ("journal", (quick, _) => Done(() => CommitBench.Run(quick))),
        ("store", (quick, _) => Done(() =>
        {
            StallBench.Run(quick);
            StoreDayBench.Run(quick);
            StoreSizeBench.Run(quick);
        })),
        ("footprint", (quick, _) => FootprintBench.RunAsync(quick)),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["subject", ..])
        {
            return await Subjects.RunAsync(args);
        }

        var quick = args.Contains("--quick");
        var what = args.FirstOrDefault(word => !word.StartsWith('-')) ?? "all";
        var wanted = All.Where(bench => what == "all" || bench.Name == what).ToList();
        if (wanted.Count == 0)
        {
            Console.Error.WriteLine($"There is no bench '{what}'. Write one of: all, {string.Join(", ", All.Select(bench => bench.Name))}.");
            return 2;
        }

        Console.WriteLine(await MachineAsync());
        foreach (var bench in wanted)
        {
            await bench.Run(quick, args);
        }

        return 0;
    }

    // What else ran meanwhile decides how far a figure may be believed.
    private static async Task<string> MachineAsync()
    {
        var load = await File.ReadAllTextAsync("/proc/loadavg");
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
        return $"{RuntimeInformation.OSDescription}, {model ?? $"{RuntimeInformation.OSArchitecture}"}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, load before {load.Split(' ')[0]}";
    }

    private static Task Done(Action run)
    {
        run();
        return Task.CompletedTask;
    }
}
