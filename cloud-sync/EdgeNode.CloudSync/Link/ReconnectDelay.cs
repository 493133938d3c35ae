namespace EdgeNode.CloudSync;

/// <summary>Exponential waits with full jitter: anything from nothing to the bound, so that a thousand sites do not come back at once.</summary>
internal sealed class ReconnectDelay(TimeSpan first, TimeSpan cap, Random random)
{
    // 2^20 times the first wait is beyond any cap.
    private const int Steepest = 20;

    private int _failures;

    public TimeSpan Next()
    {
        var bound = first * Math.Pow(2, Math.Min(_failures, Steepest));
        _failures++;
        return (bound < cap ? bound : cap) * random.NextDouble();
    }

    /// <summary>Notes how long a connection lived: one that dies at once counts as a failure, else it would be made again without a pause.</summary>
    public void Lived(TimeSpan span) => _failures = span >= cap ? 0 : _failures;
}
