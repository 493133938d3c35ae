using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>Takes journal batches in: each record once, only in its chain, and says how far the journal is kept without a gap.</summary>
public sealed class JournalIntake(HubDatabase database, HubAlerts alerts)
{
    /// <summary>Stores what follows the records kept so far. What was delivered before changes nothing; what is ahead of a gap waits at the site.</summary>
    public JournalAck Take(string site, JournalBatch batch) => database.Transact(to =>
    {
        var chain = Kept(to, site, batch.Epoch);
        for (var sequence = Math.Max(batch.First, chain.Sequence + 1); sequence <= batch.Last; sequence++)
        {
            var line = batch.Lines[(int)(sequence - batch.First)];
            if (chain.TryAccept(line.Span, [], out _) is { } refusal)
            {
                if (batch.First <= chain.Sequence + 1)
                {
                    alerts.Raise(to, site, $"Journal of epoch {batch.Epoch}: {refusal} The records from there on were refused; compare with the site's own: edgenode journal verify.");
                }

                break;
            }

            to.Run(
                "INSERT INTO journal (site, epoch, sequence, hash, line) VALUES ($1, $2, $3, $4, $5)",
                site, batch.Epoch, chain.Sequence, chain.Head, line.ToArray());
        }

        return new JournalAck(batch.Epoch, chain.Sequence);
    });

    /// <summary>How far the journal of an epoch is kept.</summary>
    public JournalAck Through(string site, string epoch) => database.Transact(from => new JournalAck(epoch, Kept(from, site, epoch).Sequence));

    private static JournalChain Kept(HubTransaction from, string site, string epoch)
    {
        var last = from.Read(
            "SELECT sequence, hash FROM journal WHERE site = $1 AND epoch = $2 ORDER BY sequence DESC LIMIT 1",
            row => (Sequence: row.GetInt64(0), Hash: row.GetString(1)),
            site, epoch);
        return last is [var (sequence, hash)] ? new(sequence, hash) : new();
    }
}
