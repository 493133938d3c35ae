namespace EdgeNode.Store;

/// <summary>Has waiting records written: at once in the caller's thread, or by one thread for all that wait. What failed is tried again by time.</summary>
internal sealed class JournalPump : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly Func<bool> _write;
    private readonly ITimer _retry;
    private readonly Thread? _thread;
    private readonly object _bell = new();
    private bool _rung;
    private bool _stopping;

    /// <summary>Begins.</summary>
    /// <param name="write">Writes all that waits; false when the disk refused.</param>
    /// <param name="time">Whose timers retry.</param>
    /// <param name="synchronous">In the caller's thread.</param>
    public JournalPump(Func<bool> write, TimeProvider time, bool synchronous)
    {
        _write = write;
        _retry = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _thread = synchronous ? null : new Thread(WriteForAll) { IsBackground = true, Name = "journal" };
        _thread?.Start();
    }

    /// <summary>There is something to write.</summary>
    public void Ring()
    {
        if (_thread is null)
        {
            Write();
            return;
        }

        lock (_bell)
        {
            _rung = true;
            Monitor.Pulse(_bell);
        }
    }

    /// <summary>Stops; what waits is tried once more.</summary>
    public void Dispose()
    {
        _retry.Dispose();
        lock (_bell)
        {
            _stopping = true;
            Monitor.Pulse(_bell);
        }

        _thread?.Join();
        _write();
    }

    private void WriteForAll()
    {
        while (WaitForBell())
        {
            Write();
        }
    }

    private bool WaitForBell()
    {
        lock (_bell)
        {
            while (!_rung && !_stopping)
            {
                Monitor.Wait(_bell);
            }

            _rung = false;
            return !_stopping;
        }
    }

    private void Write()
    {
        if (!_write())
        {
            _retry.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        }
    }
}
