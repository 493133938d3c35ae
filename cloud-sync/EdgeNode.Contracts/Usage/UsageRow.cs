namespace EdgeNode.Contracts;

/// <summary>One finished usage session. Points to a person at the network, so it prints redacted.</summary>
/// <param name="Number">Unique within the journal's epoch.</param>
/// <param name="Holder">The network's reference; null once erased.</param>
/// <param name="Booking">The booking, if any and not erased.</param>
/// <param name="Home">The site that the holder belongs to.</param>
/// <param name="Resource">The desk or room, if any.</param>
/// <param name="Start">Milliseconds since 1970 UTC.</param>
/// <param name="End">Milliseconds since 1970 UTC, never before the start.</param>
/// <param name="Minutes">Whole minutes begun.</param>
/// <param name="Class">Measured or Estimated.</param>
public sealed record UsageRow(
    long Number,
    string? Holder,
    string? Booking,
    string Home,
    string? Resource,
    long Start,
    long End,
    long Minutes,
    string Class)
{
    /// <summary>Redacted: names no holder.</summary>
    public override string ToString() => $"session {Number}: ***";
}
