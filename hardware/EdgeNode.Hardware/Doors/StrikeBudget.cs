namespace EdgeNode.Hardware;

/// <summary>Bounds the time that a strike is released in any window, so that repeated grants cannot hold a door open.</summary>
internal sealed class StrikeBudget
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(3);
    private readonly Queue<(TimeSpan From, TimeSpan To)> _spent = new();

    /// <summary>Notes a release that has ended.</summary>
    public void Spend(TimeSpan from, TimeSpan to) => _spent.Enqueue((from, to));

    /// <summary>What is left of the allowance now, a release in progress counted.</summary>
    public TimeSpan Left(TimeSpan now, TimeSpan? releasedSince)
    {
        var start = now - Window;
        while (_spent.TryPeek(out var oldest) && oldest.To <= start)
        {
            _spent.Dequeue();
        }

        var spent = _spent.Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - (span.From > start ? span.From : start)));
        return Allowed - spent - (now - releasedSince ?? TimeSpan.Zero);
    }
}
