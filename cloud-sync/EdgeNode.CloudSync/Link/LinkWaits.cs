namespace EdgeNode.CloudSync;

/// <summary>Callers who wait for something to become true.</summary>
internal sealed class LinkWaits
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _open = [];

    public async Task Until(Func<bool> met, CancellationToken stop)
    {
        var waiting = new Waiting(met, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _open.Add(waiting);
        }

        try
        {
            Recheck();
            await waiting.Done.Task.WaitAsync(stop);
        }
        finally
        {
            lock (_gate)
            {
                _open.Remove(waiting);
            }
        }
    }

    public void Recheck()
    {
        foreach (var waiting in Open())
        {
            if (waiting.Met())
            {
                waiting.Done.TrySetResult();
            }
        }
    }

    public void Close()
    {
        foreach (var waiting in Open())
        {
            waiting.Done.TrySetCanceled();
        }
    }

    private Waiting[] Open()
    {
        lock (_gate)
        {
            return [.. _open];
        }
    }

    private sealed record Waiting(Func<bool> Met, TaskCompletionSource Done);
}
