using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeNode.Worker.Tests;

/// <summary>The real program with a page that somebody watches.</summary>
internal sealed partial class RunningNode : IDisposable
{
    private readonly Process _process;

    private RunningNode(Process process) => _process = process;

    /// <summary>Starts <c>edgenode run</c> and returns once it says that it runs and, at its first start, the visitor has signed in.</summary>
    public static async Task<RunningNode> StartAsync(string file, ScreenVisitor visitor, CancellationToken stop)
    {
        var start = new ProcessStartInfo(ConfigurationFixture.BesideProgram("edgenode"), ["run", "--config", file]) { RedirectStandardOutput = true };
        var node = new RunningNode(Process.Start(start)!);
        string? code = null;
        while (await node._process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            code ??= line.Contains("Nobody can sign in yet", StringComparison.Ordinal) ? ScreenVisitor.CodeIn(line) : null;
            if (line.Contains("its page is at", StringComparison.Ordinal))
            {
                await (code is null ? Task.CompletedTask : visitor.EnterAsync(code, stop));
                return node;
            }
        }

        throw new InvalidOperationException("edgenode ended before it ran; its standard error says why.");
    }

    /// <summary>Watches the page until a text stands on it.</summary>
    public static async Task WatchAsync(ScreenVisitor visitor, Func<string, bool> found, CancellationToken stop)
    {
        using var events = await visitor.OpenAsync(stop);
        while (await events.ReadLineAsync(stop) is { } line && !found(line))
        {
        }
    }

    /// <summary>The last number of records that a line of the page calls written; 0 = it names none.</summary>
    public static long WrittenIn(string line) => Written().Match(line) is { Success: true } found ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Watches the page until it has changed so many times, then kills the program with signal 9. Returns the last number of records that the page called written.</summary>
    public async Task<long> WatchAndKillAsync(ScreenVisitor visitor, int changes, CancellationToken stop)
    {
        using var events = await visitor.OpenAsync(stop);
        long shown = 0;
        while (changes > 0 && await events.ReadLineAsync(stop) is { } line)
        {
            if (WrittenIn(line) is > 0 and var written)
            {
                shown = written;
                changes--;
            }
        }

        _process.Kill();
        await _process.WaitForExitAsync(stop);
        Assert.Equal(137, _process.ExitCode);
        return shown;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"(\d+) records on the disk")]
    private static partial Regex Written();
}
