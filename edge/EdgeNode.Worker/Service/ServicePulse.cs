using Microsoft.Extensions.Hosting.Systemd;

namespace EdgeNode.Worker;

/// <summary>
/// What the service tells systemd (sd_notify(3)). It is driven by the loop's own steps and by nothing else, so a loop that hangs is silent
/// and the watchdog starts the program anew: no timer may stand in for it.
/// </summary>
/// <param name="systemd">Takes the messages; does nothing where no systemd listens.</param>
/// <param name="time">Uptime.</param>
/// <param name="status">The status line, from memory alone: this runs in the loop.</param>
internal sealed class ServicePulse(ISystemdNotifier systemd, TimeProvider time, Func<string> status)
{
    /// <summary>The loop looks at least every second; more often than that nothing is told.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private long? _told;

    /// <summary>The loop has taken a step. The first one makes the service ready.</summary>
    public void Beat()
    {
        var now = time.GetTimestamp();
        if (_told is { } told && time.GetElapsedTime(told, now) < Least)
        {
            return;
        }

        systemd.Notify(new($"{(_told is null ? "READY=1\n" : "")}WATCHDOG=1\nSTATUS={status()}"));
        _told = now;
    }

    /// <summary>The loop has ended in order.</summary>
    public void End() => systemd.Notify(new("STOPPING=1\nSTATUS=stopping"));
}
