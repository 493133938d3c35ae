using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>Takes journal batches in: each record once, only in its chain, and says how far the journal is kept without a gap.</summary>
public sealed class JournalIntake(HubAlerts alerts, TimeProvider time)
{
    // Twice what a site has on its way: several workers take its batches in any order.
    private const long MostAhead = 16;

    /// <summary>Stores what follows the records kept so far. What was delivered before changes nothing; what is ahead of a gap waits for the gap to close.</summary>
    public JournalAck Take(HubTransaction to, string site, JournalBatch batch, byte[] packed)
    {
        var chain = Kept(to, site, batch.Epoch);
        if (batch.First > chain.Sequence + 1)
        {
            KeepAhead(to, site, batch, packed);
            return new(batch.Epoch, chain.Sequence);
        }

        var before = chain.Sequence;
        var rows = new List<object?[]>();
        Follow(to, site, chain, batch, rows);
        TakeAhead(to, site, chain, batch.Epoch, rows);
        if (chain.Sequence > before)
        {
            to.Insert("journal", "site, epoch, sequence, month, hash, line", rows);
            to.Run(
                "INSERT INTO journal_head (site, epoch, sequence, hash) VALUES ($1, $2, $3, $4) ON CONFLICT (site, epoch) DO UPDATE SET sequence = $3, hash = $4",
                site, batch.Epoch, chain.Sequence, chain.Head);
        }

        return new(batch.Epoch, chain.Sequence);
    }

    /// <summary>How far the journal of an epoch is kept.</summary>
    public static JournalAck Through(HubTransaction from, string site, string epoch) => new(epoch, Kept(from, site, epoch).Sequence);

    private static KeptChain Kept(HubTransaction from, string site, string epoch)
    {
        var last = from.Read(
            "SELECT sequence, hash FROM journal_head WHERE site = $1 AND epoch = $2", row => (Sequence: row.GetInt64(0), Hash: row.GetString(1)), site, epoch);
        return last is [var (sequence, hash)] ? new(sequence, hash) : new(0, JournalCodec.Genesis);
    }

    private static void KeepAhead(HubTransaction to, string site, JournalBatch batch, byte[] packed)
    {
        var waiting = (long)to.One("SELECT count(*) FROM journal_ahead WHERE site = $1 AND epoch = $2", site, batch.Epoch)!;
        if (waiting < MostAhead)
        {
            to.Run(
                "INSERT INTO journal_ahead (site, epoch, first, packed) VALUES ($1, $2, $3, $4) ON CONFLICT (site, epoch, first) DO UPDATE SET packed = $4",
                site, batch.Epoch, batch.First, packed);
        }
    }

    private void Follow(HubTransaction to, string site, KeptChain chain, JournalBatch batch, List<object?[]> rows)
    {
        var month = time.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        for (var sequence = chain.Sequence + 1; sequence <= batch.Last; sequence++)
        {
            var line = batch.Lines[(int)(sequence - batch.First)];
            if (chain.TryAccept(line.Span) is { } refusal)
            {
                alerts.Raise(to, site, $"Journal of epoch {batch.Epoch}: {refusal} The records from there on were refused; compare with the site's own: edgenode journal verify.");
                return;
            }

            rows.Add([site, batch.Epoch, chain.Sequence, month, chain.Head, line.ToArray()]);
        }
    }

    // The gap may be closed: those that waited behind it follow, one after another.
    private void TakeAhead(HubTransaction to, string site, KeptChain chain, string epoch, List<object?[]> rows)
    {
        const string Next = "SELECT packed FROM journal_ahead WHERE site = $1 AND epoch = $2 AND first <= $3 ORDER BY first LIMIT 1";
        while (to.One(Next, site, epoch, chain.Sequence + 1) is byte[] packed)
        {
            var batch = JournalBatchCodec.Unpack(packed);
            to.Run("DELETE FROM journal_ahead WHERE site = $1 AND epoch = $2 AND first = $3", site, epoch, batch.First);
            Follow(to, site, chain, batch, rows);
        }
    }
}
