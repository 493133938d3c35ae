using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Arrivals and no-shows: the rows C6 and C7.</summary>
internal sealed class ReferenceBookings(SiteDefinition site, Action<string> write)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly HashSet<string> _arrived = [];
    private readonly HashSet<string> _released = [];
    private List<PolicyBooking> _bookings = [];
    private DateTimeOffset _lookedAtTo = DateTimeOffset.MinValue;

    public IReadOnlySet<string> Released => _released;

    public void Replace(PolicyLetter letter) =>
        _bookings = [.. letter.Bookings.OrderBy(booking => booking.Start).ThenBy(booking => booking.Id, StringComparer.Ordinal)];

    /// <summary>Whoever has not come when the time is over loses the booking; one of yesterday is history.</summary>
    public void PassTime(DateTimeOffset wall)
    {
        if (wall <= _lookedAtTo)
        {
            return;
        }

        var from = _lookedAtTo > wall - Day ? _lookedAtTo : wall - Day;
        var (after, to) = (FactWords.At(from - site.Rules.NoShowAfter), FactWords.At(wall - site.Rules.NoShowAfter));
        _lookedAtTo = wall;
        foreach (var booking in _bookings)
        {
            if (booking.Start > after && booking.Start <= to && !_arrived.Contains(booking.Id) && _released.Add(booking.Id))
            {
                write($"BookingReleased {booking.Resource} {booking.Holder}/{booking.Id}");
            }
        }
    }

    public void Arrive(PolicyBooking booking, string evidence)
    {
        if (_arrived.Add(booking.Id))
        {
            write($"BookingCheckedIn {booking.Resource} {evidence} {booking.Holder}/{booking.Id}");
        }
    }

    /// <summary>A sensor saw somebody at a desk: the first booking of this hour has arrived, unless it was released.</summary>
    public void SeatTaken(string desk, DateTimeOffset wall)
    {
        var now = FactWords.At(wall);
        foreach (var booking in _bookings)
        {
            if (booking.Resource == desk && now >= booking.Start - (long)site.Rules.EarlyEntry.TotalMilliseconds && now < booking.End)
            {
                if (!_released.Contains(booking.Id))
                {
                    Arrive(booking, "DeskSensor");
                }

                return;
            }
        }
    }

    public void Forget(DateTimeOffset wall)
    {
        var alive = _bookings.Where(booking => booking.End > FactWords.At(wall - Day)).Select(booking => booking.Id).ToHashSet();
        _arrived.IntersectWith(alive);
        _released.IntersectWith(alive);
    }

    public void Remember(JournalFact fact)
    {
        if (fact.Who?.Booking is { } booking)
        {
            (fact is JournalFact.BookingCheckedIn ? _arrived : _released).Add(booking.Value);
        }
    }

    /// <summary>When the next booking is lost unless somebody comes.</summary>
    public DateTimeOffset NextDue(DateTimeOffset wall)
    {
        var now = FactWords.At(wall - site.Rules.NoShowAfter);
        foreach (var booking in _bookings)
        {
            if (booking.Start > now && !_arrived.Contains(booking.Id) && !_released.Contains(booking.Id))
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(booking.Start) + site.Rules.NoShowAfter;
            }
        }

        return DateTimeOffset.MaxValue;
    }
}
