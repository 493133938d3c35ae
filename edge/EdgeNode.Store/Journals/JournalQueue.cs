using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// Facts become records here: each gets the next sequence and covers the one before, then waits, bounded and in order, until the
/// disk has confirmed it. Not safe from several threads by itself.
/// </summary>
/// <param name="capacity">How many may wait.</param>
/// <param name="fillSalt">Random bytes.</param>
/// <param name="sequence">Last sequence handed out.</param>
/// <param name="head">Its hash.</param>
/// <param name="unconfirmed">Of those handed out, what the disk has not confirmed yet.</param>
internal sealed class JournalQueue(int capacity, Action<Span<byte>> fillSalt, long sequence, string head, IEnumerable<JournalLine> unconfirmed)
{
    private readonly List<JournalLine> _waiting = [.. unconfirmed];
    private string _hash = head;
    private long _lost;
    private Moment _latest;

    /// <summary>Last sequence handed out.</summary>
    public long Appended { get; private set; } = sequence;

    /// <summary>Whether there is no room.</summary>
    public bool IsFull => _waiting.Count >= capacity;

    /// <summary>A copy of what waits, oldest first.</summary>
    public JournalLine[] Waiting => [.. _waiting];

    /// <summary>Takes a fact: its sequence, or 0 when there was no room and it was only counted.</summary>
    public long Add(JournalFact fact, Moment at)
    {
        _latest = at;
        if (IsFull)
        {
            _lost++;
            return 0;
        }

        Span<byte> salt = stackalloc byte[JournalCodec.SaltLength];
        if (JournalCodec.HasDetails(fact))
        {
            fillSalt(salt);
        }

        var line = JournalCodec.Encode(new(Appended + 1, at, fact), _hash, salt);
        _hash = line.Hash;
        _waiting.Add(line);
        return ++Appended;
    }

    /// <summary>The disk has confirmed the oldest ones. What was lost meanwhile is told in the first room that there is, at the moment of the last fact offered.</summary>
    public void Confirm(int count)
    {
        _waiting.RemoveRange(0, count);
        if (_lost > 0)
        {
            var lost = _lost;
            _lost = 0;
            Add(new JournalFact.JournalRecovered(lost), _latest);
        }
    }
}
