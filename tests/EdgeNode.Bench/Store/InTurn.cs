namespace EdgeNode.Bench;

/// <summary>One at a time, in the order of arrival: an unfair lock would let whoever has it go first again and hide what the others wait.</summary>
internal sealed class InTurn
{
    private readonly object _gate = new();
    private long _next;
    private long _serving;

    public void Run(Action act)
    {
        lock (_gate)
        {
            for (var ticket = _next++; ticket != _serving;)
            {
                Monitor.Wait(_gate);
            }
        }

        act();
        lock (_gate)
        {
            _serving++;
            Monitor.PulseAll(_gate);
        }
    }
}
