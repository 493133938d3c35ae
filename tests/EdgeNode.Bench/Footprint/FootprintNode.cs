using System.Diagnostics;
using System.Globalization;
using EdgeNode.CloudSync.Tests;
using EdgeNode.Worker.Tests;

namespace EdgeNode.Bench;

/// <summary>The program <c>edgenode run</c> in a process of its own, whose page is looked at.</summary>
internal sealed class FootprintNode : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly ScreenVisitor _visitor;
    private readonly List<StreamReader> _screens = [];
    private long _told;

    private FootprintNode(DirectoryInfo folder, Process process, Uri page) => (_folder, _process, _visitor) = (folder, process, new(page));

    /// <summary>From the start of the process to the line that says that it runs.</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>Characters that all screens heard so far.</summary>
    public long Told => Interlocked.Read(ref _told);

    /// <summary>Starts one on an empty store and signs in.</summary>
    public static async Task<FootprintNode> StartAsync(string desks, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        var page = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        var file = Path.Combine(folder.FullName, "site.yaml");
        await File.WriteAllTextAsync(file, Site(page) + desks, stop);
        var start = Stopwatch.GetTimestamp();
        var node = new FootprintNode(folder, Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "edgenode"), ["run", "--config", file]) { RedirectStandardOutput = true })!, page);
        string? code = null;
        while (await node._process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            code ??= ScreenVisitor.CodeIn(line);
            if (line.Contains("its page is at", StringComparison.Ordinal))
            {
                node.Started = Stopwatch.GetElapsedTime(start);
                _ = node._process.StandardOutput.ReadToEndAsync(stop);
                await node._visitor.EnterAsync(code!, stop);
                return node;
            }
        }

        throw new InvalidOperationException("edgenode ended before it ran; its standard error says why.");
    }

    /// <summary>Waits, and prints what the process took meanwhile.</summary>
    public async Task RestAsync(string what, int seconds, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(seconds));
        var core = Core();
        await timer.WaitForNextTickAsync(stop);
        var share = (Core() - core).TotalSeconds / seconds;
        var (resident, own) = (Number("status", "VmRSS") / 1e3, (Number("smaps_rollup", "Private_Clean") + Number("smaps_rollup", "Private_Dirty")) / 1e3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {resident:0.0} MB resident, {own:0.0} MB of them its own alone, {share:0.0%} of a core over {seconds} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"bench":"{{what}}","residentMB":{{resident:0.0}},"ownMB":{{own:0.0}},"coreShare":{{share:0.0000}}}"""));
    }

    /// <summary>Opens screens, each with a stream of its own.</summary>
    public async Task OpenScreensAsync(int count, CancellationToken stop)
    {
        for (var screen = 0; screen < count; screen++)
        {
            var stream = await _visitor.OpenAsync(stop);
            _screens.Add(stream);
            _ = ListenAsync(stream, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _screens.ForEach(screen => screen.Dispose());
        _process.Dispose();
        _visitor.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ListenAsync(StreamReader stream, CancellationToken stop)
    {
        try
        {
            while (await stream.ReadLineAsync(stop) is { } line)
            {
                Interlocked.Add(ref _told, line.Length + 1);
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The node was ended: the bench is over.
        }
    }

    private TimeSpan Core()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    // Kilobytes.
    private long Number(string file, string key) => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/{file}").First(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Split(':', 2)[1].Replace("kB", "", StringComparison.Ordinal).Trim(),
        CultureInfo.InvariantCulture);

    private static string Site(Uri page) => $$"""
        site: { id: bench, timezone: Europe/Brussels }
        gpio: none
        store: store
        screen: { listen: "{{page.GetLeftPart(UriPartial.Authority)}}" }
        areas: [{ id: floor }]
        doors: [{ id: street, from: outside, to: floor, strike: { pin: 17, wiring: failSecure } }]

        """;
}
