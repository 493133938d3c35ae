namespace EdgeNode.Store;

/// <summary>How a journal is kept.</summary>
public sealed record JournalOptions
{
    /// <summary>Fills the salt of a record that concerns a person.</summary>
    public required Action<Span<byte>> FillSalt { get; init; }

    /// <summary>Makes the epoch when the journal is born: 1 to 64 bytes of UTF-8 that no other journal of this site has had.</summary>
    public required Func<string> NewEpoch { get; init; }

    /// <summary>Preallocated size of a segment file in bytes, 1 KiB to 64 MiB.</summary>
    public int SegmentBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Records that wait in memory at most while the disk takes none.</summary>
    public int BufferRecords { get; init; } = 200;

    /// <summary>How long an append waits for room while the disk is merely slow; it never waits when the disk refuses.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Opening reads the segment that holds this sequence and those after it; those before were proved by an earlier run and are
    /// looked at by <see cref="Journal.Scrub"/>. 1 = all of them.
    /// </summary>
    public long ReadFrom { get; init; } = 1;

    /// <summary>Every append writes and syncs in the caller's thread; else one thread does it for all that wait.</summary>
    public bool Synchronous { get; init; }

    /// <summary>Throws when a bound is broken.</summary>
    internal void Demand()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentBytes, 1024, nameof(SegmentBytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SegmentBytes, 64 * 1024 * 1024, nameof(SegmentBytes));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BufferRecords, nameof(BufferRecords));
    }
}
