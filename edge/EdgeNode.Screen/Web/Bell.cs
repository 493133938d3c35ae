namespace EdgeNode.Screen;

/// <summary>Tells everybody who waits that something changed. Safe from any thread.</summary>
internal sealed class Bell
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done at the next change.</summary>
    public Task Rung => Volatile.Read(ref _next).Task;

    /// <summary>Something changed.</summary>
    public void Ring() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
