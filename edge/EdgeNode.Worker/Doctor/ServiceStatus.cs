using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EdgeNode.Worker;

/// <summary>What the running node tells of itself in its status line, asked of systemd.</summary>
internal static partial class ServiceStatus
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>For how long it has been without its broker, as <see cref="StatusLine"/> says it; null = it is online, or nobody can tell.</summary>
    public static async Task<string?> OfflineForAsync(TimeProvider time, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            using var asked = Process.Start(new ProcessStartInfo("systemctl", ["show", "edgenode", "--property=StatusText", "--value"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return OfflineFor(await asked.StandardOutput.ReadToEndAsync(either.Token));
        }
        catch (Exception absent) when (absent is Win32Exception or OperationCanceledException && !stop.IsCancellationRequested)
        {
            // No systemd here: nothing can be told.
            return null;
        }
    }

    /// <summary>The same, of a status line.</summary>
    internal static string? OfflineFor(string status) => Offline().Match(status) is { Success: true } match ? match.Groups[1].Value : null;

    // The first seconds after a start are no trouble.
    [GeneratedRegex(@"\boffline (\d+ (?:min|h|d))\b")]
    private static partial Regex Offline();
}
