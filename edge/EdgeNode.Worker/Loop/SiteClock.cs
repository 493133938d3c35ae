using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Stamps moments: uptime since the node's start, wall time, and how far that may be believed.</summary>
/// <param name="time">The system's clocks.</param>
/// <param name="confirmed">Whether network time or a battery clock stands behind the system clock now.</param>
/// <param name="floor">The last journalled time, or the build date.</param>
public sealed class SiteClock(TimeProvider time, Func<bool> confirmed, DateTimeOffset floor)
{
    private readonly long _start = time.GetTimestamp();
    private TimeTrust _trust = new(floor, null);

    /// <summary>Time since the node's start.</summary>
    public TimeSpan Uptime => time.GetElapsedTime(_start);

    /// <summary>The moment now. Called by the loop only.</summary>
    public Moment Now()
    {
        var uptime = Uptime;
        _trust = _trust.Confirm(confirmed(), uptime);
        return _trust.Judge(uptime, time.GetUtcNow());
    }
}
