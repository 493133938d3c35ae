using System.Threading.Channels;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>
/// Cares for the node's memory once a day is closed, off the way of a tap and without the network: cuts its desks to quarters of an
/// hour, seals it with the site's key, erases what is due, and keeps a checkpoint. What the journal must say of it goes through the loop.
/// </summary>
/// <param name="store">The memory.</param>
/// <param name="recall">What is remembered up to here.</param>
/// <param name="signing">The site's key.</param>
/// <param name="state">The loop's latest state: its policy, and its clock.</param>
/// <param name="events">The loop.</param>
/// <param name="report">Told of damage in what no start reads any more.</param>
internal sealed class MemoryCare(
    NodeStore store, SiteRecall recall, SigningKey signing, Func<SiteState> state, ChannelWriter<SiteEvent> events, Action<string> report)
{
    // So many records are read in well under a second at a start.
    private const int CheckpointEvery = 5_000;
    private readonly Queue<JournalFact> _toSay = new();
    private SiteRecall _recall = recall;
    private long _saved = recall.Sequence;
    private long _sealed;
    private long _erased;

    /// <summary>There are new durable records.</summary>
    /// <exception cref="IOException">The disk refused; the next call goes on.</exception>
    public void Follow()
    {
        if (_recall.Sequence > store.Journal.Durable)
        {
            // What the disk has not confirmed since the start is neither sealed nor kept.
            return;
        }

        _recall = _recall with { State = _recall.State with { Policy = state().Policy } };
        foreach (var (entry, hash) in store.Journal.ReadHashed(_recall.Sequence + 1))
        {
            _recall = _recall.Follow(entry, hash);
        }

        Seal();
        Erase();
        Save();
        while (_toSay.TryPeek(out var fact) && events.TryWrite(new SiteEvent.MemoryKept(fact)))
        {
            _toSay.Dequeue();
        }
    }

    private void Seal()
    {
        foreach (var day in _recall.Unsealed.Where(day => day.Through > _sealed))
        {
            var site = _recall.State.Definition;
            var records = store.Journal.Read(day.First).TakeWhile(entry => entry.Sequence <= day.Through);
            foreach (var desk in DeskQuarters.Of(records, day.Day, site.TimeZone))
            {
                _toSay.Enqueue(desk);
            }

            var letter = signing.Sign(new JournalSeal(site.Id.Value, _recall.Epoch, day.Day, day.Through, day.Head));
            _toSay.Enqueue(new JournalFact.DaySealed(day.Day, day.Through, day.Head, signing.PublicHex, letter.Signature!));
            _sealed = day.Through;
        }
    }

    // Not before the quarters of an hour are durable, and never by a clock that is not trusted.
    private void Erase()
    {
        if (_recall.Closed == _erased || _recall.Unsealed.Length > 0 || state().Now is not { Trust: not ClockTrust.Untrusted } now)
        {
            return;
        }

        var counts = new SortedDictionary<Erasure, long>();
        try
        {
            store.Journal.Erase(
                entry => store.Retention.Due(entry, _recall.Closed, now.Wall),
                (why, count) => counts[why] = counts.GetValueOrDefault(why) + count);
            _erased = _recall.Closed;
            foreach (var damage in store.Journal.Scrub())
            {
                report($"{damage} The next start sets it aside and keeps what is whole; have the disk checked.");
            }
        }
        finally
        {
            foreach (var (why, count) in counts)
            {
                _toSay.Enqueue(new JournalFact.DetailsErased(why, _recall.Closed, count));
            }
        }

        if (counts.ContainsKey(Erasure.Billing))
        {
            store.Picture.Renew(_ => true);
        }
    }

    private void Save()
    {
        if (_recall.Sequence - _saved >= CheckpointEvery || _recall.Closed > _saved)
        {
            store.Checkpoints.Save(_recall.Checkpoint());
            _saved = _recall.Sequence;
        }
    }
}
