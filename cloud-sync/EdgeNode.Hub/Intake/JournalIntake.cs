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
            Keep(to, site, batch.Epoch, chain, rows);
        }

        return new(batch.Epoch, chain.Sequence);
    }

    /// <summary>
    /// Notes that a site has lost records: those that are not kept here already are nowhere any more. The site's letter stands in their
    /// place, an alert says so for good, and the chain goes on behind them.
    /// </summary>
    public JournalAck Take(HubTransaction to, string site, JournalLoss loss)
    {
        var chain = Kept(to, site, loss.Epoch);
        if (loss.First > chain.Sequence + 1 || loss.Last <= chain.Sequence)
        {
            return new(loss.Epoch, chain.Sequence);
        }

        if (Refusal(to, site, loss) is { } refusal)
        {
            alerts.Raise(to, site, $"Journal of epoch {loss.Epoch}: {refusal} The records after {chain.Sequence} stay due.");
            return new(loss.Epoch, chain.Sequence);
        }

        alerts.Raise(to, site, $"Journal of epoch {loss.Epoch}: " + (loss.Restored
            ? $"the site was put back from a copy and goes on as record {loss.Last + 1}. What it recorded behind {chain.Sequence}, if anything, is lost, and so is what it used on days that were not sealed yet; ask there and enter it as a correction."
            : $"records {chain.Sequence + 1} to {loss.Last} were lost at the site, whose disk was damaged. Their days cannot be proved any more; have the disk replaced."));
        to.Run("INSERT INTO journal_loss (site, epoch, first, letter) VALUES ($1, $2, $3, $4)", site, loss.Epoch, chain.Sequence + 1, LetterCodec.Encode(loss));
        var behind = new KeptChain(loss.Last, loss.Head);
        var rows = new List<object?[]>();
        TakeAhead(to, site, behind, loss.Epoch, rows);
        Keep(to, site, loss.Epoch, behind, rows);
        return new(loss.Epoch, behind.Sequence);
    }

    /// <summary>How far the journal of an epoch is kept.</summary>
    public static JournalAck Through(HubTransaction from, string site, string epoch) => new(epoch, Kept(from, site, epoch).Sequence);

    private static string? Refusal(HubTransaction from, string site, JournalLoss loss) =>
        from.One("SELECT public_key FROM site WHERE id = $1", site) is not string key ? $"it says that records are lost, but the public key of {site} is not known here; enter it with the site."
        : loss.Site != site || !new VerifyingKey(key).Signed(loss) ? $"a letter that records are lost is not signed with the key that is known for {site}; find out who sends it."
        : null;

    private static void Keep(HubTransaction to, string site, string epoch, KeptChain chain, List<object?[]> rows)
    {
        to.Insert("journal", "site, epoch, sequence, month, hash, line", rows);
        to.Run(
            "INSERT INTO journal_head (site, epoch, sequence, hash) VALUES ($1, $2, $3, $4) ON CONFLICT (site, epoch) DO UPDATE SET sequence = $3, hash = $4",
            site, epoch, chain.Sequence, chain.Head);
    }

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

            if (line.Span.IndexOf("\"kind\":\"Duress\""u8) >= 0)
            {
                // Raised for each: the record's number makes the words its own.
                alerts.Raise(to, site, $"Journal of epoch {batch.Epoch}, record {sequence}: somebody entered under threat. Act as agreed with the site, and do not call it.");
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
