using System.Diagnostics;
using System.Globalization;
using EdgeNode.CloudSync.Tests;

namespace EdgeNode.Bench;

/// <summary>
/// A tap in over MQTT, a strike out over MQTT, the same for everybody: the same broker, topics, people and machine, one peer after the other.
/// The echo is the floor: broker, client library and this driver alone.
/// </summary>
internal static class PeerBench
{
    public static async Task RunAsync(bool quick)
    {
        var (people, rated, saturated) = quick ? (100, 25, 300) : (500, 1_000, 60_000);
        List<Peer> peers =
        [
            Peer.Ours("echo", "echo", "decides nothing and records nothing"),
            Peer.Ours("EdgeNode, answered when durable", "edgenode", ""),
            Peer.Ours("C#, SQLite at each tap", "sqlite", "no door timers, alarms, sessions or booking rules"),
            Peer.Ours("C#, LiteDB at each tap", "litedb", "no door timers, alarms, sessions or booking rules; LiteDB as it comes loses records at a kill"),
            .. NodePeers.Find(quick),
        ];
        Timings? floor = null;
        foreach (var peer in peers)
        {
            // LiteDB writes some hundred taps a second: as many taps as the others would take it minutes.
            var timings = await TapAsync(peer, people, rated, peer.Name.Contains("LiteDB", StringComparison.Ordinal) ? saturated / 20 : saturated);
            floor ??= timings;
        }

        async Task<Timings> TapAsync(Peer peer, int people, int rated, int saturated)
        {
            using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            await using var broker = await Mosquitto.StartNew(bound.Token);
            using var process = Process.Start(new ProcessStartInfo(peer.Program, peer.Arguments(broker.Port, people)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            try
            {
                while (await process.StandardOutput.ReadLineAsync(bound.Token) is { } line && line != "ready")
                {
                }

                using var run = new PeerRun(broker.Port, people);
                await run.SaturateAsync(quick ? 50 : 5_000);
                var timings = await run.RateAsync($"{peer.Name}, 50 taps/s", 50, rated);
                var rate = await run.SaturateAsync(saturated);
                timings.Print(floor);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rate:0} taps/s at most{(peer.Lacks.Length > 0 ? $"; {peer.Lacks}" : "")}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"bench":"{{peer.Name}}, saturated","tapsPerSecond":{{rate:0}}}"""));
                return timings;
            }
            finally
            {
                process.StandardInput.Close();
                if (!process.WaitForExit(10_000))
                {
                    process.Kill();
                }
            }
        }
    }
}
