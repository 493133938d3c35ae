using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Records that are decided but not durable yet: counted, bounded, in order. Not safe from several threads by itself.</summary>
internal sealed class JournalQueue(int capacity)
{
    private readonly Queue<(long Sequence, JournalLine Line)> _waiting = new();

    /// <summary>Facts that found no room since the last recovery.</summary>
    public long Lost { get; private set; }

    /// <summary>Whether there is no room.</summary>
    public bool IsFull => _waiting.Count >= capacity;

    public IReadOnlyList<(long Sequence, JournalLine Line)> All => [.. _waiting];

    public bool IsEmpty => _waiting.Count == 0;

    public void Add(long sequence, JournalLine line) => _waiting.Enqueue((sequence, line));

    public void Lose() => Lost++;

    public long TakeLost()
    {
        var lost = Lost;
        Lost = 0;
        return lost;
    }

    public void Remove(int count)
    {
        for (; count > 0; count--)
        {
            _waiting.Dequeue();
        }
    }
}
