namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// Both clocks of a simulated world: uptime moves only when told to, and plays every timer due on the way in its order; the
/// wall clock goes along, and may be made to jump. One thread advances it.
/// </summary>
/// <param name="wallStart">The wall time at uptime zero.</param>
public sealed class SimulatedTime(DateTimeOffset wallStart) : TimeProvider
{
    private readonly PriorityQueue<SimulatedTimer, (long Due, long Order)> _timers = new();
    private readonly Lock _lock = new();
    private DateTimeOffset _wallAtZero = wallStart.ToUniversalTime();
    private long _now;
    private long _order;

    /// <summary>Time since the world began.</summary>
    public TimeSpan Uptime => TimeSpan.FromTicks(Volatile.Read(ref _now));

    /// <summary>When the next timer is due, on uptime; null when none waits.</summary>
    public TimeSpan? NextTimer
    {
        get
        {
            lock (_lock)
            {
                return DropDead() ? TimeSpan.FromTicks(_timers.Peek().Due) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _wallAtZero + Uptime;

    /// <summary>Makes the wall clock jump; uptime and timers do not notice.</summary>
    public void JumpWall(TimeSpan by) => _wallAtZero += by;

    /// <summary>Does something later.</summary>
    public void After(TimeSpan delay, Action action) => _ = CreateTimer(_ => action(), null, delay, Timeout.InfiniteTimeSpan);

    /// <summary>Moves uptime forward, playing every timer that is due on the way at its own instant.</summary>
    public void AdvanceTo(TimeSpan uptime)
    {
        while (Take(uptime) is { } timer)
        {
            timer.Fire();
        }

        Volatile.Write(ref _now, Math.Max(_now, uptime.Ticks));
    }

    /// <summary>Moves uptime forward by a span.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(Uptime + by);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Plan(SimulatedTimer timer, TimeSpan delay)
    {
        lock (_lock)
        {
            timer.Due = _now + delay.Ticks;
            _timers.Enqueue(timer, (timer.Due, ++_order));
            timer.Order = _order;
        }
    }

    private SimulatedTimer? Take(TimeSpan uptime)
    {
        lock (_lock)
        {
            if (!DropDead() || _timers.Peek().Due > uptime.Ticks)
            {
                return null;
            }

            var timer = _timers.Dequeue();
            Volatile.Write(ref _now, Math.Max(_now, timer.Due));
            return timer;
        }
    }

    // A changed or disposed timer leaves its old place in the queue behind.
    private bool DropDead()
    {
        while (_timers.TryPeek(out var timer, out var place) && place.Order != timer.Order)
        {
            _timers.Dequeue();
        }

        return _timers.Count > 0;
    }
}
