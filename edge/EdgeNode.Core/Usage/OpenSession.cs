namespace EdgeNode.Core;

/// <summary>A usage session in progress: one holder, from the first passage in.</summary>
/// <param name="Number">Unique within the journal's epoch.</param>
/// <param name="Holder">Who.</param>
/// <param name="Home">The holder's home at the start.</param>
/// <param name="Booking">The booking, if any.</param>
/// <param name="Resource">The booked desk or room, if any.</param>
/// <param name="Start">Wall time of the passage in.</param>
/// <param name="MustEndBy">Wall time at which it is closed as estimated without an exit.</param>
/// <param name="Evidence">What it is made of so far.</param>
public sealed record OpenSession(
    long Number,
    HolderRef Holder,
    SiteId Home,
    BookingId? Booking,
    ResourceId? Resource,
    DateTimeOffset Start,
    DateTimeOffset MustEndBy,
    SessionEvidence Evidence);
