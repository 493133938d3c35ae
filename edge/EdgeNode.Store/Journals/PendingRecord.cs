using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>A record on its way to the disk.</summary>
internal readonly record struct PendingRecord(long Sequence, JournalLine Line);
