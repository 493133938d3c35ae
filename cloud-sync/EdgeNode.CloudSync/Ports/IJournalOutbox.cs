using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>The durable part of the journal, read as an outbox. May be called on any thread.</summary>
public interface IJournalOutbox
{
    /// <summary>Born with the journal, another after a restore: a sequence counts only within it.</summary>
    string Epoch { get; }

    /// <summary>Last sequence that the disk confirmed; 0 = none yet.</summary>
    long Durable { get; }

    /// <summary>Hash of a durable record, lower-case hex; <see cref="JournalCodec.Genesis"/> for 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such durable record.</exception>
    string HashOf(long sequence);

    /// <summary>Durable records in order, without gaps.</summary>
    /// <param name="from">First sequence wanted, from 1.</param>
    /// <param name="max">Most records to return.</param>
    /// <returns>Empty only when <paramref name="from"/> is not kept any more or not durable yet.</returns>
    IReadOnlyList<JournalLine> Read(long from, int max);
}
