namespace EdgeNode.Store;

/// <summary>What came of walking through a whole journal.</summary>
/// <param name="Records">Whole records found.</param>
/// <param name="Head">Hash of the last one.</param>
/// <param name="Problems">What is wrong, first record first; empty = proved.</param>
public sealed record JournalVerdict(long Records, string Head, IReadOnlyList<string> Problems);
