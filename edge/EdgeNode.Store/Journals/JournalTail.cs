using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>The latest records in memory, so that the upload does not read them from the disk again. Safe from any thread.</summary>
internal sealed class JournalTail
{
    private const int Longest = 2048;
    private readonly Lock _lock = new();
    private readonly Queue<(long Sequence, JournalLine Line)> _lines = new();

    public void Add(IEnumerable<(long Sequence, JournalLine Line)> records)
    {
        lock (_lock)
        {
            foreach (var record in records)
            {
                _lines.Enqueue(record);
                if (_lines.Count > Longest)
                {
                    _lines.Dequeue();
                }
            }
        }
    }

    /// <summary>Everything from a sequence on; null where the tail begins later.</summary>
    public IReadOnlyList<JournalLine>? From(long sequence)
    {
        lock (_lock)
        {
            return _lines.TryPeek(out var oldest) && oldest.Sequence <= sequence
                ? [.. _lines.Where(record => record.Sequence >= sequence).Select(record => record.Line)]
                : null;
        }
    }
}
