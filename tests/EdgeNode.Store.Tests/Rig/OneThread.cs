namespace EdgeNode.Store.Tests;

/// <summary>A synchronisation context as desktop programs have it: what is posted waits until the thread is free.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Act, object? State)> _waiting = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_waiting)
        {
            _waiting.Enqueue((d, state));
        }
    }

    /// <summary>The thread is free: runs what waits.</summary>
    public void Run()
    {
        for (var next = Take(); next is var (act, state); next = Take())
        {
            act(state);
        }
    }

    private (SendOrPostCallback Act, object? State)? Take()
    {
        lock (_waiting)
        {
            return _waiting.TryDequeue(out var next) ? next : null;
        }
    }
}
