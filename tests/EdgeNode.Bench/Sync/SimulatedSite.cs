using System.Diagnostics;

namespace EdgeNode.Bench;

/// <summary>How far one site is.</summary>
internal sealed class SimulatedSite
{
    private readonly Lock _gate = new();
    private int _acknowledged;
    private int _next;
    private long _heard = Stopwatch.GetTimestamp();

    /// <summary>Takes the hub's word, in batches; false when it says nothing new.</summary>
    public bool Hear(int batches)
    {
        lock (_gate)
        {
            if (batches <= _acknowledged)
            {
                return false;
            }

            (_acknowledged, _next, _heard) = (batches, Math.Max(_next, batches), Stopwatch.GetTimestamp());
            return true;
        }
    }

    /// <summary>Whether the hub has all of it.</summary>
    public bool Finished(int all) => Volatile.Read(ref _acknowledged) >= all;

    /// <summary>The batch to send now, if any; after silence everything behind the hub's last word again.</summary>
    public int? Next(int all, int window, TimeSpan patience, Action onAgain)
    {
        lock (_gate)
        {
            if (_next > _acknowledged && Stopwatch.GetElapsedTime(_heard) > patience)
            {
                onAgain();
                (_next, _heard) = (_acknowledged, Stopwatch.GetTimestamp());
            }

            if (_next == _acknowledged)
            {
                _heard = Stopwatch.GetTimestamp();
            }

            return _next < all && _next - _acknowledged < window ? _next++ : null;
        }
    }
}
