using System.Runtime.InteropServices;

namespace EdgeNode.Bench;

/// <summary>The one place where the project measures itself. Never a pass or fail by time: it prints.</summary>
internal static class Benches
{
    public static async Task<int> RunAsync(string[] args)
    {
        var quick = args.Contains("--quick");
        var what = args.FirstOrDefault(word => !word.StartsWith('-')) ?? "all";
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        if (what is "decision" or "all")
        {
            DecisionBench.Run(quick);
        }

        if (what is "tap" or "all")
        {
            await TapBench.RunAsync(quick);
        }

        if (what is "sim" or "all")
        {
            SimulationBench.Run(quick);
        }

        if (what is "sync" or "all")
        {
            await SyncBench.RunAsync(quick, args.SkipWhile(word => word != "--sites").ElementAtOrDefault(1));
        }

        if (what is "booking" or "all")
        {
            await BookingBench.RunAsync(quick);
        }

        if (what is "store" or "all")
        {
            CommitBench.Run(quick);
            StallBench.Run(quick);
            StoreDayBench.Run(quick);
            StoreSizeBench.Run(quick);
        }

        return what is "decision" or "tap" or "sim" or "sync" or "booking" or "store" or "all" ? 0 : 2;
    }
}
