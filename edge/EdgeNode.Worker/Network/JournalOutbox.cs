using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The journal as the outbox of the link.</summary>
internal sealed class JournalOutbox(Journal journal) : IJournalOutbox
{
    public string Epoch => journal.Epoch;

    public long Durable => journal.Durable;

    public IReadOnlyList<JournalLine> Read(long from, int max)
    {
        var lines = new List<JournalLine>();
        foreach (var line in journal.ReadLines(from).Take(max).TakeWhile(line => lines.Count == 0 || line.Sequence == lines[^1].Sequence + 1))
        {
            lines.Add(line);
        }

        return lines;
    }
}
