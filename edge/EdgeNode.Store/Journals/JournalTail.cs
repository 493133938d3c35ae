using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>The latest durable records in memory, so that the upload does not read them from the disk again. Safe from any thread.</summary>
internal sealed class JournalTail
{
    private const int Longest = 2048;
    private readonly Lock _lock = new();
    private readonly Queue<JournalLine> _records = new();

    /// <summary>Adds records that have become durable.</summary>
    public void Add(ReadOnlySpan<JournalLine> records)
    {
        lock (_lock)
        {
            foreach (var record in records)
            {
                _records.Enqueue(record);
                if (_records.Count > Longest)
                {
                    _records.Dequeue();
                }
            }
        }
    }

    /// <summary>Erases the details of some records.</summary>
    public void Erase(IReadOnlyDictionary<long, Erasure> erased)
    {
        lock (_lock)
        {
            var kept = _records.Select(record => erased.ContainsKey(record.Sequence) ? record with { Personal = [] } : record).ToList();
            _records.Clear();
            kept.ForEach(_records.Enqueue);
        }
    }

    /// <summary>Everything from a sequence on; null where the tail begins later.</summary>
    public IReadOnlyList<JournalLine>? From(long sequence)
    {
        lock (_lock)
        {
            return _records.TryPeek(out var oldest) && oldest.Sequence <= sequence
                ? [.. _records.Skip((int)(sequence - oldest.Sequence))]
                : null;
        }
    }
}
