using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Row A20: whoever tries numbers is stopped for a while.</summary>
internal sealed class ReferenceGuesses(GuessLimits limits, Action<string> write)
{
    private readonly Dictionary<string, (int Count, TimeSpan Since)> _wrong = [];
    private readonly Dictionary<string, TimeSpan> _pausedUntil = [];

    public bool IsPaused(string reader, TimeSpan now) => _pausedUntil.TryGetValue(reader, out var until) && now < until;

    public void Wrong(string reader, TimeSpan now)
    {
        var (count, since) = _wrong.GetValueOrDefault(reader);
        (count, since) = count > 0 && now < since + limits.ReaderWindow ? (count + 1, since) : (1, now);
        if (count >= limits.ReaderTries)
        {
            count = 0;
            _pausedUntil[reader] = now + limits.ReaderPause;
            write($"ReaderPaused {reader} {(long)limits.ReaderPause.TotalSeconds}");
        }

        _wrong[reader] = (count, since);
    }
}
