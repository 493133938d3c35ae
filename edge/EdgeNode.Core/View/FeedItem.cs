namespace EdgeNode.Core;

/// <summary>One durable record as the feed shows it.</summary>
/// <param name="Sequence">Its sequence in the journal.</param>
/// <param name="LocalTime">When, on the site's clock.</param>
/// <param name="Trust">How far that time may be believed.</param>
/// <param name="Fact">What.</param>
/// <param name="Place">Name of the door, desk or room concerned; empty where there is none.</param>
public sealed record FeedItem(long Sequence, DateTimeOffset LocalTime, ClockTrust Trust, JournalFact Fact, string Place)
{
    /// <summary>The door concerned; null where there is none.</summary>
    public DoorId? Door { get; init; }
}
