namespace EdgeNode.Core;

/// <summary>One record of the journal.</summary>
/// <param name="Sequence">From 1, without gaps, per site and epoch.</param>
/// <param name="At">When, on both clocks, with trust.</param>
/// <param name="Fact">What.</param>
public sealed record JournalEntry(long Sequence, Moment At, JournalFact Fact);
