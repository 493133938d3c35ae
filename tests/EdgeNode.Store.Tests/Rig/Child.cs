using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace EdgeNode.Store.Tests;

/// <summary>This program as another process, which writes until it is killed and says what was acknowledged.</summary>
internal static class Child
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a child that kills itself with signal 9 right after it has acknowledged so many; returns that number.</summary>
    public static async Task<long> RunUntilItKillsItself(string mode, string folder, int after)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(Patience);
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [mode, folder, $"{after}"]) { RedirectStandardOutput = true })!;
        await child.StandardOutput.ReadToEndAsync(bound.Token);
        await child.WaitForExitAsync(bound.Token);
        Assert.Equal(137, child.ExitCode);
        return after;
    }

    /// <summary>Runs a child until it has acknowledged so many times, lets something happen, and kills it with signal 9.</summary>
    /// <param name="mode">What it writes with: a word of the program's command line.</param>
    /// <param name="folder">Where.</param>
    /// <param name="lines">How many acknowledgements to wait for.</param>
    /// <param name="meanwhile">Happens while it runs, just before it is killed.</param>
    /// <returns>The last number that it acknowledged; 0 = none.</returns>
    public static async Task<long> RunAndKill(string mode, string folder, int lines, Action meanwhile)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(Patience);
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [mode, folder]) { RedirectStandardOutput = true })!;
        string? last = null;
        try
        {
            for (; lines > 0 && await child.StandardOutput.ReadLineAsync(bound.Token) is { } line; lines--)
            {
                last = line;
            }

            meanwhile();
        }
        finally
        {
            child.Kill();
        }

        await child.WaitForExitAsync(bound.Token);
        Assert.Equal(137, child.ExitCode);

        // What it said before it died counts too; a line cut short by the kill does not.
        var rest = (await child.StandardOutput.ReadToEndAsync(bound.Token)).Split('\n')[..^1];
        return long.Parse(rest.Length > 0 ? rest[^1] : last ?? "0", CultureInfo.InvariantCulture);
    }
}
