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
                return _lines.Count;
            }
        }
    }

    public void Acknowledge(long through)
    {
        Assert.True(through > AcknowledgedThrough, "the cursor went back");
        AcknowledgedThrough = through;
    }

    public string HashOf(long sequence)
    {
        lock (_gate)
        {
            return sequence == 0 ? JournalCodec.Genesis : _lines[(int)sequence - 1].Hash;
        }
    }

    public IReadOnlyList<JournalLine> Read(long from, int max)
    {
        lock (_gate)
        {
            return [.. _lines.Skip((int)from - 1).Take(max)];
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

    public void Append(int count, JournalFact? fact = null)
    {
        lock (_gate)
        {
            for (var added = 0; added < count; added++)
            {
                var sequence = _lines.Count + 1;
                var at = new Moment(TimeSpan.FromSeconds(sequence), DateTimeOffset.UnixEpoch.AddSeconds(sequence), ClockTrust.Trusted);
                var entry = new JournalEntry(sequence, at, fact ?? new JournalFact.ExitRequested(new("street")));
                _lines.Add(JournalCodec.Encode(entry, sequence == 1 ? JournalCodec.Genesis : _lines[^1].Hash, new byte[JournalCodec.SaltLength]));
            }
        }
    }
}
