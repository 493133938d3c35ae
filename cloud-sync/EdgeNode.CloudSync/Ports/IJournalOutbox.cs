using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>The durable part of the journal, read as an outbox. May be called on any thread.</summary>
public interface IJournalOutbox
{
    /// <summary>Born with the journal, another after a restore: a sequence counts only within it.</summary>
    string Epoch { get; }

    /// <summary>Last sequence that the disk confirmed; 0 = none yet.</summary>
    long Durable { get; }

    /// <summary>The first durable records that are kept at or behind a sequence, each following the one before.</summary>
    /// <param name="from">First sequence wanted, from 1.</param>
    /// <param name="max">Most records to return.</param>
    /// <returns>Where the first one is not the one wanted, those before it are lost for good. Empty only when nothing is durable there yet.</returns>
    IReadOnlyList<JournalLine> Read(long from, int max);
}
