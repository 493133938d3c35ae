namespace EdgeNode.Core;

/// <summary>
/// Finds seats that nobody has a right to and nobody sits at. A sensor that is silent, or sees somebody, makes no free seat; a desk without
/// a sensor is free when it is not booked and no session is at it.
/// </summary>
internal static class FreeSeats
{
    // Nobody is shown to a seat that he has to leave again at once.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(30);

    /// <summary>Free desks outside private areas: those that are free for all the time wished first, then those that are free longest.</summary>
    /// <param name="state">The site.</param>
    /// <param name="now">Now.</param>
    /// <param name="from">Start, now or later.</param>
    /// <param name="until">Until when the seat is wished.</param>
    /// <param name="own">The booking for which a seat is looked for; it is in nobody's way.</param>
    public static IEnumerable<Seat> Desks(SiteState state, DateTimeOffset now, DateTimeOffset from, DateTimeOffset until, BookingId? own) =>
        state.Definition.Desks
            .Where(desk => !state.Policy.Plan.IsHostPrivate(desk.Area))
            .Select(desk => Find(state, desk.Id, now, from, until, own))
            .OfType<Seat>()
            .OrderByDescending(seat => seat.Until);

    /// <summary>The desk or room if it is free from an instant on for half an hour at least, or for all the time wished.</summary>
    public static Seat? Find(SiteState state, ResourceId resource, DateTimeOffset now, DateTimeOffset from, DateTimeOffset until, BookingId? own)
    {
        if (IsTaken(state, resource, now, from, own))
        {
            return null;
        }

        foreach (var booking in state.Policy.BookingsOf(resource))
        {
            if (booking.Id != own && booking.End > from && booking.Start < until && !state.Released.Contains(booking.Slot))
            {
                until = booking.Start;
            }
        }

        return until - from >= Least || (own is not null && until > from) ? new(resource, until) : null;
    }

    private static bool IsTaken(SiteState state, ResourceId resource, DateTimeOffset now, DateTimeOffset from, BookingId? own) =>
        state.Sessions.Values.Any(session => session.Resource == resource && session.Booking != own && session.MustEndBy > from)
        || (from <= now && state.Desks.GetValueOrDefault(resource) is { Occupancy: not DeskOccupancy.Free });
}
