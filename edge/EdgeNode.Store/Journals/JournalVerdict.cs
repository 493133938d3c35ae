using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>What came of walking through a whole journal.</summary>
/// <param name="Records">Whole records found.</param>
/// <param name="Head">Hash of the last one.</param>
/// <param name="Problems">What is wrong, first record first; empty = proved.</param>
public sealed record JournalVerdict(long Records, string Head, IReadOnlyList<string> Problems)
{
    /// <summary>Closed days whose seal holds.</summary>
    public int Seals { get; init; }

    /// <summary>Last record that such a seal covers; 0 = none.</summary>
    public long SealedThrough { get; init; }

    /// <summary>Sequences passed over because the journal was put back from a copy.</summary>
    public IReadOnlyList<JournalGap> Restorations { get; init; } = [];

    /// <summary>The first bad record, in words; null when every record is proved.</summary>
    public string? FirstBad => Problems.Count > 0 ? Problems[0] : null;
}
