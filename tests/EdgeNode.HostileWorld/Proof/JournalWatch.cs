using System.Text;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.HostileWorld;

/// <summary>Every record once and in the chain, none that nobody handed over, nothing acknowledged ever lost, no person in a public line.</summary>
internal sealed class JournalWatch
{
    private const string Once = "every record once and in the chain";
    private static readonly byte[][] Secrets =
        [.. Enumerable.Range(0, Population.Stranger).SelectMany(person => (string[])[Population.Badge(person), $"\"h{person}\"", "manager"]).Distinct().Select(Encoding.ASCII.GetBytes)];

    private readonly List<string> _handed = [];
    private readonly List<JournalEntry> _entries = [];
    private readonly JournalChain _chain = new();
    private int _seen;
    private long _lost;

    public long Records => _chain.Sequence;

    public string Head => _chain.Head;

    /// <summary>A fact is handed over; it may be written already when this returns.</summary>
    public void Hand(Journal journal, JournalFact fact, Moment at)
    {
        _handed.Add(Words(fact));
        if (journal.Append(fact, at) == 0)
        {
            _handed.RemoveAt(_handed.Count - 1);
            _lost++;
        }
    }

    /// <summary>Looks at what has become durable since the last look.</summary>
    public void Look(Journal journal, Action<JournalEntry, string> follow)
    {
        if (journal.Durable <= _chain.Sequence)
        {
            return;
        }

        foreach (var line in journal.ReadLines(_chain.Sequence + 1))
        {
            if (_chain.TryAccept(line.Public, line.Personal, out var entry) is { } wrong)
            {
                throw new BrokenPromiseException(Once, wrong);
            }

            Compare(entry!);
            NamesNobody(line.Public);
            _entries.Add(entry!);
            follow(entry!, line.Hash);
        }
    }

    /// <summary>
    /// After a start: what was acknowledged is there, maybe waiting for the disk to confirm it once more; what was handed over and not
    /// acknowledged may be. Returns what the node goes by.
    /// </summary>
    public IReadOnlyList<JournalEntry> Reopened(Journal journal, Action<JournalEntry, string> follow)
    {
        var waiting = journal.ReadKnown(journal.Durable + 1).ToList();
        var known = journal.Durable + waiting.Count;
        if (known < _chain.Sequence)
        {
            throw new BrokenPromiseException("nothing acknowledged is lost", $"{_chain.Sequence} records were acknowledged, {known} are there");
        }

        if (_chain.Sequence > 0 && journal.ReadKnown(_chain.Sequence).First().Hash != _chain.Head)
        {
            throw new BrokenPromiseException(Once, $"record {_chain.Sequence} is another one than before");
        }

        Look(journal, follow);
        JournalEntry[] unconfirmed = [.. waiting.Select(line => line.Entry).Where(entry => entry.Sequence > _chain.Sequence)];
        _handed.Clear();
        _handed.AddRange(unconfirmed.Where(entry => entry.Fact is not JournalFact.JournalRecovered).Select(entry => Words(entry.Fact)));
        (_seen, _lost) = (0, unconfirmed.Select(entry => entry.Fact).OfType<JournalFact.JournalRecovered>().Sum(recovered => recovered.Lost));
        return [.. _entries, .. unconfirmed];
    }

    private static string Words(JournalFact fact) => FactWords.Of(fact) ?? fact.GetType().Name;

    private static void NamesNobody(ReadOnlySpan<byte> line)
    {
        foreach (var secret in Secrets)
        {
            if (line.IndexOf(secret) >= 0)
            {
                throw new BrokenPromiseException("no person in a public line", Encoding.ASCII.GetString(line));
            }
        }
    }

    private void Compare(JournalEntry entry)
    {
        if (entry.Fact is JournalFact.JournalRecovered recovered)
        {
            if (recovered.Lost != _lost)
            {
                throw new BrokenPromiseException("what found no room is counted", $"{recovered.Lost} were counted, {_lost} were lost");
            }

            _lost = 0;
            return;
        }

        var written = Words(entry.Fact);
        if (_seen == _handed.Count || _handed[_seen] != written)
        {
            throw new BrokenPromiseException(Once, $"record {entry.Sequence} is «{written}», handed over was «{(_seen < _handed.Count ? _handed[_seen] : "nothing")}»");
        }

        if (++_seen == _handed.Count)
        {
            _handed.Clear();
            _seen = 0;
        }
    }
}
