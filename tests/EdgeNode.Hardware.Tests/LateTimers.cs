namespace EdgeNode.Hardware.Tests;

/// <summary>Timers as the machine has them: one that was already due still fires after it was disposed.</summary>
internal sealed class LateTimers : TimeProvider
{
    private readonly List<Action> _callbacks = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _callbacks.Add(() => callback(state));
        return new Late();
    }

    public void FireAll() => _callbacks.ForEach(callback => callback());

    private sealed class Late : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
