using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

/// <summary>A journal in memory, everything durable at once.</summary>
internal sealed class JournalDouble : IJournalOutbox, IUploadCursor
{
    private readonly Lock _gate = new();
    private readonly List<JournalLine> _lines = [];

    public string Epoch => "e1";

    public long AcknowledgedThrough { get; private set; }

    public long Durable
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count == 0 ? 0 : _lines[^1].Sequence;
            }
        }
    }

    public void Acknowledge(long through)
    {
        Assert.True(through > AcknowledgedThrough, "the cursor went back");
        AcknowledgedThrough = through;
    }

    public IReadOnlyList<JournalLine> Read(long from, int max)
    {
        lock (_gate)
        {
            var kept = _lines.SkipWhile(line => line.Sequence < from).Take(max).ToList();
            return [.. kept.TakeWhile((line, index) => line.Sequence == kept[0].Sequence + index)];
        }
    }

    /// <summary>Every record with its hash, people and all.</summary>
    public IReadOnlyList<(JournalEntry Entry, string Hash)> Entries()
    {
        lock (_gate)
        {
            return [.. _lines.Select(line => (JournalCodec.Decode(line.Public, line.Personal).Entry, line.Hash))];
        }
    }

    /// <summary>The disk was damaged: these records are gone for good.</summary>
    public void Lose(long first, long last)
    {
        lock (_gate)
        {
            _lines.RemoveAll(line => line.Sequence >= first && line.Sequence <= last);
        }
    }

    /// <summary>The site was put back from a copy that ended with a record, and with what the copy knew to be acknowledged.</summary>
    public void PutBack(long last, long acknowledged, long next)
    {
        lock (_gate)
        {
            _lines.RemoveAll(line => line.Sequence > last);
            AcknowledgedThrough = acknowledged;
            Add(next, new JournalFact.JournalRestored(last));
        }
    }

    public void Append(int count, JournalFact? fact = null)
    {
        lock (_gate)
        {
            for (var added = 0; added < count; added++)
            {
                Add(_lines.Count == 0 ? 1 : _lines[^1].Sequence + 1, fact ?? new JournalFact.ExitRequested(new("street")));
            }
        }
    }

    private void Add(long sequence, JournalFact fact)
    {
        var at = new Moment(TimeSpan.FromSeconds(sequence), DateTimeOffset.UnixEpoch.AddSeconds(sequence), ClockTrust.Trusted);
        _lines.Add(JournalCodec.Encode(new(sequence, at, fact), sequence == 1 ? JournalCodec.Genesis : _lines[^1].Hash, new byte[JournalCodec.SaltLength]));
    }
}
