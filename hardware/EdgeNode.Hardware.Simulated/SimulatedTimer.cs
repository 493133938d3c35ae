namespace EdgeNode.Hardware.Simulated;

/// <summary>A timer of <see cref="SimulatedTime"/>.</summary>
internal sealed class SimulatedTimer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>When it fires next, in ticks of uptime.</summary>
    public long Due { get; set; }

    /// <summary>Its valid place in the queue; 0 = it does not wait.</summary>
    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Order = 0;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            time.Plan(this, dueTime);
        }

        return true;
    }

    public void Fire()
    {
        Order = 0;
        if (_period > TimeSpan.Zero)
        {
            time.Plan(this, _period);
        }

        callback(state);
    }

    public void Dispose() => Order = 0;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
