namespace EdgeNode.CloudSync;

/// <summary>Which records are acknowledged, on their way, and next. Pure bookkeeping of one connection.</summary>
internal sealed class JournalWindow(long acknowledged, int size)
{
    private readonly Queue<long> _onTheirWay = new();
    private long? _hubWord;

    /// <summary>Last record that the hub itself acknowledged.</summary>
    public long Acknowledged { get; private set; } = acknowledged;

    /// <summary>First record to send next.</summary>
    public long Next { get; private set; } = acknowledged + 1;

    public bool IsFull => _onTheirWay.Count >= size;

    public bool IsWaiting => _onTheirWay.Count > 0;

    public void Sent(long last)
    {
        _onTheirWay.Enqueue(last);
        Next = last + 1;
    }

    /// <summary>Takes the hub's word. An older one may come late, since several workers of the hub answer.</summary>
    /// <returns>Whether it goes further than before.</returns>
    public bool Hear(long through)
    {
        _hubWord = through;
        while (_onTheirWay.TryPeek(out var last) && last <= through)
        {
            _onTheirWay.Dequeue();
        }

        if (through <= Acknowledged)
        {
            return false;
        }

        (Acknowledged, Next) = (through, Math.Max(Next, through + 1));
        return true;
    }

    /// <summary>After silence: everything from behind the hub's last word is sent again, also when the hub knows less than it once acknowledged.</summary>
    public void Rewind()
    {
        _onTheirWay.Clear();
        Next = Math.Min(Acknowledged, _hubWord ?? Acknowledged) + 1;
    }
}
