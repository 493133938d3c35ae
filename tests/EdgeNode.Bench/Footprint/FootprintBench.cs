using System.Globalization;
using EdgeNode.Worker.Tests;

namespace EdgeNode.Bench;

/// <summary>
/// The real program in a process of its own: from its start to the first step of its loop, then its memory and its share of a core when nothing
/// happens; with two dozen desk radars on terminals of the kernel, before which people come and go all the time; and with fifty screens open beside
/// that. What it writes is measured by the store's own bench.
/// </summary>
internal static class FootprintBench
{
    private const int Screens = 50;

    public static async Task RunAsync(bool quick)
    {
        var seconds = quick ? 3 : 60;
        var screens = quick ? 3 : Screens;
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await using (var node = await FootprintNode.StartAsync("desks: [{ id: d01, area: floor }]\n", bound.Token))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"process started to node ready, an empty store: {node.Started.TotalSeconds:0.00} s"));
            await node.RestAsync("idle", seconds, bound.Token);
        }

        await using var radars = new RadarLoad();
        await using var busy = await FootprintNode.StartAsync(radars.Section, bound.Token);
        await busy.RestAsync("24 busy desk radars", seconds, bound.Token);
        await busy.OpenScreensAsync(screens, bound.Token);
        await busy.RestAsync($"24 busy desk radars, {screens} screens open", seconds, bound.Token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {busy.Told / 1e3 / screens / seconds:0.0} kB/s to each screen"));
    }
}
