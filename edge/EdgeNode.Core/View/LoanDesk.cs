using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>What there is to hand out loan badges by. Knows references; names stand elsewhere.</summary>
/// <param name="Drawer">Badges that are in.</param>
/// <param name="Out">Badges that are not, with who has them.</param>
/// <param name="Takers">Who has a booking today that is not over, by its start, then the host's staff.</param>
public sealed record LoanDesk(ImmutableArray<LoanBadgeId> Drawer, ImmutableArray<LoanOut> Out, ImmutableArray<LoanTaker> Takers)
{
    // Of a booking that began earlier the badge is handed out for the day.
    private static readonly TimeSpan LongestStay = TimeSpan.FromDays(7);

    /// <summary>No badges, as before the first look.</summary>
    public static readonly LoanDesk Empty = new([], [], []);

    /// <summary>The loan badges of a state.</summary>
    public static LoanDesk Of(SiteState state)
    {
        var zone = state.Definition.TimeZone;
        return new(
            [.. state.Policy.LoanBadges.Where(badge => !state.Loans.ContainsKey(badge))],
            [.. state.Loans.OrderBy(loan => loan.Key.Value, StringComparer.Ordinal).Select(loan => new LoanOut(loan.Key, loan.Value.Status, zone.Local(loan.Value.Until), loan.Value.Holder))],
            [.. Booked(state), .. state.Policy.Staff.Select(holder => new LoanTaker(holder, null, "", null))]);
    }

    private static IEnumerable<LoanTaker> Booked(SiteState state)
    {
        var (now, zone, bookings) = (state.Now?.Wall ?? DateTimeOffset.UnixEpoch, state.Definition.TimeZone, state.Policy.BookingsByStart);
        for (var index = state.Policy.FirstAfter(now - LongestStay); index < bookings.Length && zone.LocalDay(bookings[index].Start) <= zone.LocalDay(now); index++)
        {
            var booking = bookings[index];
            if (booking.End > now && !state.Released.Contains(booking.Slot))
            {
                yield return new(booking.Holder, booking.Id, PlaceNames.Resource(booking.Resource, state.Policy.Plan), zone.Local(booking.Start));
            }
        }
    }
}
