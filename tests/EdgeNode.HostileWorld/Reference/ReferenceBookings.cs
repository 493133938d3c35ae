using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>The network's bookings with the seats that the site gave laid over them; arrivals and no-shows: the rows C6 and C7.</summary>
internal sealed class ReferenceBookings
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly SiteRules _rules;
    private readonly Action<string> _write;
    private readonly HashSet<(string Booking, string Resource, long Start)> _arrived = [];
    private readonly HashSet<(string Booking, string Resource, long Start)> _released = [];
    private List<PolicyBooking> _letter = [];
    private List<ReferenceHold> _holds = [];
    private List<PolicyBooking> _bookings = [];
    private DateTimeOffset _lookedAtTo = DateTimeOffset.MinValue;

    public ReferenceBookings(SiteRules rules, Action<string> write) => (_rules, _write) = (rules, write);

    public IReadOnlyList<ReferenceHold> Holds => _holds;

    public void Replace(PolicyLetter letter)
    {
        _letter = [.. letter.Bookings.OrderBy(booking => booking.Start).ThenBy(booking => booking.Id, StringComparer.Ordinal)];
        Lay(_holds);
    }

    /// <summary>The seats given, all of them; returns those before.</summary>
    public IReadOnlyList<ReferenceHold> Lay(IEnumerable<ReferenceHold> holds)
    {
        var before = _holds;
        _holds = [.. holds];
        var over = _holds.Select(hold => (Letter(hold.Booking) ?? new(hold.Booking, hold.Holder, hold.Resource, 0, 0, null, [], false)) with
        {
            Resource = hold.Resource,
            Start = hold.Start,
            End = hold.End,
        });
        _bookings = [.. _letter.Where(booking => _holds.TrueForAll(hold => hold.Booking != booking.Id)).Concat(over).OrderBy(booking => booking.Start)];
        return before;
    }

    /// <summary>One more seat given, in place of another for the same booking.</summary>
    public IReadOnlyList<ReferenceHold> Lay(ReferenceHold hold) => Lay(_holds.Where(other => other.Booking != hold.Booking).Append(hold).ToList());

    public void Lift(string booking) => Lay(_holds.Where(hold => hold.Booking != booking).ToList());

    public PolicyBooking? Letter(string booking) => _letter.Find(known => known.Id == booking);

    public List<PolicyBooking> Of(string holder) => _bookings.FindAll(booking => booking.Holder == holder);

    public List<PolicyBooking> At(string resource) => _bookings.FindAll(booking => booking.Resource == resource);

    /// <summary>Whose seat it is now, or soon.</summary>
    public PolicyBooking? Awaited(string resource, DateTimeOffset wall, TimeSpan early) =>
        _bookings.Find(booking => booking.Resource == resource && FactWords.At(wall + early) >= booking.Start && FactWords.At(wall) < booking.End);

    public bool IsReleased(PolicyBooking booking) => _released.Contains(Slot(booking));

    public bool HasArrived(PolicyBooking booking) => _arrived.Contains(Slot(booking));

    /// <summary>Whoever has not come when the time is over loses the booking, unless there is any sign of them; one of yesterday is history.</summary>
    public void PassTime(DateTimeOffset wall, Func<PolicyBooking, string?> sign)
    {
        var from = _lookedAtTo > wall - Day ? _lookedAtTo : wall - Day;
        _lookedAtTo = wall;
        foreach (var booking in _bookings.FindAll(booking => NoShowAt(booking) > from && NoShowAt(booking) <= wall).OrderBy(NoShowAt))
        {
            Judge(booking, sign(booking));
        }
    }

    /// <summary>A sensor saw somebody at a desk: the booking of this hour has arrived, unless it was released.</summary>
    public void SeatTaken(string desk, DateTimeOffset wall)
    {
        if (Awaited(desk, wall, _rules.EarlyEntry) is { } booking && !IsReleased(booking))
        {
            Arrive(booking, "DeskSensor");
        }
    }

    /// <summary>A sensor that was unknown sees nobody: what waited for its word is released.</summary>
    public void SeatFree(string desk, DateTimeOffset wall, Func<PolicyBooking, string?> sign)
    {
        if (Awaited(desk, wall, _rules.EarlyEntry) is { } booking && NoShowAt(booking) <= wall)
        {
            Judge(booking, sign(booking));
        }
    }

    public void Arrive(PolicyBooking booking, string evidence)
    {
        if (_arrived.Add(Slot(booking)))
        {
            _write($"BookingCheckedIn {booking.Resource} {evidence} {booking.Holder}/{booking.Id}");
        }
    }

    public void Forget(DateTimeOffset wall)
    {
        var alive = _bookings.Where(booking => booking.End > FactWords.At(wall - Day)).Select(booking => booking.Id).ToHashSet();
        _arrived.RemoveWhere(slot => !alive.Contains(slot.Booking));
        _released.RemoveWhere(slot => !alive.Contains(slot.Booking));
        Lay(_holds.Where(hold => hold.End > FactWords.At(wall - Day)).ToList());
    }

    public void Remember(JournalEntry entry)
    {
        _lookedAtTo = entry.At.Wall;
        switch (entry.Fact)
        {
            case JournalFact.BookingCheckedIn { Who.Booking: { } booking } arrived:
                _arrived.Add((booking.Value, arrived.Resource.Value, FactWords.At(arrived.Start)));
                break;
            case JournalFact.BookingReleased { Who.Booking: { } booking } released:
                _released.Add((booking.Value, released.Resource.Value, FactWords.At(released.Start)));
                break;
        }
    }

    /// <summary>When the next booking is lost unless somebody comes.</summary>
    public DateTimeOffset NextDue(DateTimeOffset wall)
    {
        var due = DateTimeOffset.MaxValue;
        foreach (var booking in _bookings)
        {
            if (NoShowAt(booking) > wall && NoShowAt(booking) < due && !HasArrived(booking) && !IsReleased(booking))
            {
                due = NoShowAt(booking);
            }
        }

        return due;
    }

    private static (string Booking, string Resource, long Start) Slot(PolicyBooking booking) => (booking.Id, booking.Resource, booking.Start);

    private DateTimeOffset NoShowAt(PolicyBooking booking) => DateTimeOffset.FromUnixTimeMilliseconds(booking.Start) + _rules.NoShowAfter;

    // No sign is "Nobody"; while nobody knows, nothing is decided.
    private void Judge(PolicyBooking booking, string? sign)
    {
        if (HasArrived(booking) || IsReleased(booking) || sign is null)
        {
            return;
        }

        if (sign != "Nobody")
        {
            Arrive(booking, sign);
            return;
        }

        _released.Add(Slot(booking));
        _write($"BookingReleased {booking.Resource} {booking.Holder}/{booking.Id}");
    }
}
