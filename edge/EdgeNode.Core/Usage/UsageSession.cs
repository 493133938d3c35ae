namespace EdgeNode.Core;

/// <summary>A finished usage session: what the visited site is paid for.</summary>
/// <param name="Number">Unique within the journal's epoch.</param>
/// <param name="Holder">Who; null once erased.</param>
/// <param name="Booking">The booking, if any and not erased.</param>
/// <param name="Home">The holder's home.</param>
/// <param name="Resource">The desk or room, if any.</param>
/// <param name="Start">Start.</param>
/// <param name="End">End, never before the start.</param>
/// <param name="Class">How sure it is.</param>
public sealed record UsageSession(
    long Number,
    HolderRef? Holder,
    BookingId? Booking,
    SiteId Home,
    ResourceId? Resource,
    DateTimeOffset Start,
    DateTimeOffset End,
    SessionClass Class)
{
    /// <summary>Whole minutes begun; the same rule at the site and at the hub.</summary>
    public long Minutes => MinutesOf(Start, End);

    /// <summary>Whole minutes begun between two instants, which count by the millisecond: finer ones go into no letter. 0 where the end is before the start.</summary>
    public static long MinutesOf(DateTimeOffset start, DateTimeOffset end) =>
        Math.Max(end.ToUnixTimeMilliseconds() - start.ToUnixTimeMilliseconds() + 59_999, 0) / 60_000;
}
