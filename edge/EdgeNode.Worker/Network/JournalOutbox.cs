using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The journal as the outbox of the link.</summary>
internal sealed class JournalOutbox(Journal journal) : IJournalOutbox
{
    public string Epoch => journal.Epoch;

    public long Durable => journal.Durable;

    public string HashOf(long sequence) => sequence == 0 ? JournalCodec.Genesis
        : Read(sequence, 1) is [var line] ? line.Hash
        : throw new ArgumentOutOfRangeException(nameof(sequence), sequence, $"The journal holds no such durable record; the last one is {Durable}.");

    public IReadOnlyList<JournalLine> Read(long from, int max) => [.. journal.ReadLines(from).Take(max)];
}
