using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Seats that the site gives by itself: decisions 52, 53 and 57. Nobody walks in without a booking, and no room has a reader of its own.</summary>
internal sealed class ReferenceSeats(
    SiteDefinition site, ReferencePlan plan, ReferenceBookings bookings, ReferenceUsage usage, IReadOnlyDictionary<string, ReferenceDesk> desks, Action<string> write)
{
    private static readonly string[] Curable = ["BookingReleased", "BookingOver", "NotOnPath", "NoBookingNoRight"];

    /// <summary>The verdict, or a better one with a seat given: to who comes late, comes back, or finds the desk in other hands.</summary>
    public ReferenceVerdict Better(ReferenceVerdict verdict, string door, DateTimeOffset wall, Func<ReferenceVerdict> again)
    {
        var now = FactWords.At(wall);
        var wish = verdict switch
        {
            { Basis: null, Holder: { } holder } => verdict.Reasons.All(Curable.Contains) ? Late(holder.Ref, now) : null,
            { Booking: { } booking } => CameBack(booking, now) ?? FoundTaken(booking, now),
            _ => null,
        };
        if (wish is null)
        {
            return verdict;
        }

        foreach (var (resource, until) in Offers(wish, now).Where(offer => offer.Until > wish.Start && plan.Leads(door, offer.Resource)))
        {
            var hold = wish with { Resource = resource, End = until };
            var before = bookings.Lay(hold);
            var better = again();
            if (better.Booking?.Id == hold.Booking)
            {
                Give(hold);
                return better;
            }

            bookings.Lay(before);
        }

        return verdict.Basis is not null ? new(null, verdict.Holder, null, ["NoSeatLeft"], null)
            : site.Desks.Any(desk => plan.Leads(door, desk.Id.Value)) ? verdict with { Reasons = ["NoSeatLeft", .. verdict.Reasons] }
            : verdict;
    }

    /// <summary>Whoever was given a seat and did not go in has none.</summary>
    public void NotTaken(ReferencePassage passage)
    {
        foreach (var hold in bookings.Holds.Where(hold => hold.Booking == passage.Booking?.Id && hold.Why == "LateComer").ToArray())
        {
            if (!bookings.HasArrived(passage.Booking! with { Resource = hold.Resource, Start = hold.Start }))
            {
                End(hold, "NotTaken");
            }
        }
    }

    /// <summary>Frees the desks that were left for good.</summary>
    public void PassTime(Moment now)
    {
        foreach (var (id, desk) in desks)
        {
            if (desk.LeftForGood(now.Uptime) <= now.Uptime && Here(id, now) is { } booking)
            {
                var last = FactWords.At(desk.Seen is { } seen ? now.Wall - (now.Uptime - seen) : now.Wall);
                Give(new(booking.Id, booking.Holder, id, booking.Start, last > booking.Start ? last : booking.Start, "Vacated"));
            }
        }
    }

    public TimeSpan? NextDue(Moment now) =>
        desks.Where(desk => Here(desk.Key, now) is not null).Select(desk => desk.Value.LeftForGood(now.Uptime)).Min();

    /// <summary>The network has spoken: what it says again, or anew for somebody who is not inside, counts; else whoever is inside keeps the seat.</summary>
    public void Replace(PolicyLetter letter, DateTimeOffset wall)
    {
        var before = bookings.Holds.ToDictionary(hold => hold.Booking, hold => bookings.Letter(hold.Booking));
        var holds = bookings.Holds.ToArray();
        bookings.Replace(letter);
        foreach (var hold in holds.Where(hold => bookings.Holds.Contains(hold)))
        {
            var said = bookings.Letter(hold.Booking);
            if ((said?.Resource, said?.Start, said?.End) == (hold.Resource, hold.Start, hold.End)
                || (Place(said) != Place(before[hold.Booking]) && !IsInside(hold.Booking)))
            {
                End(hold, "Network");
            }
            else
            {
                Contest(hold, FactWords.At(wall));
            }
        }
    }

    public void Remember(JournalFact fact)
    {
        switch (fact)
        {
            case JournalFact.SeatHeld { Who: { Booking: { } booking } who } held:
                Lay(new(booking.Value, who.Holder.Value, held.Resource.Value, FactWords.At(held.Start), FactWords.At(held.End), held.Why.ToString()));
                break;
            case JournalFact.HoldEnded { Who.Booking: { } booking }:
                bookings.Lift(booking.Value);
                break;
        }
    }

    private static (string Resource, long Start, long End)? Place(PolicyBooking? booking) =>
        booking is null ? null : (booking.Resource, booking.Start, booking.End);

    private PolicyBooking? Here(string desk, Moment now) =>
        bookings.At(desk).Find(booking => FactWords.At(now.Wall) >= booking.Start && FactWords.At(now.Wall) < booking.End && bookings.HasArrived(booking));

    private ReferenceHold? Late(string holder, long now)
    {
        foreach (var booking in bookings.Of(holder))
        {
            if (bookings.IsReleased(booking) && IsOurs(booking.Resource) && now >= booking.Start && now < booking.End)
            {
                return new(booking.Id, booking.Holder, booking.Resource, now, booking.End, "LateComer");
            }

            if (CameBack(booking, now) is { } back)
            {
                return back;
            }
        }

        return null;
    }

    // Who booked a seat that is not at this site has none here.
    private bool IsOurs(string resource) => site.Desks.Any(desk => desk.Id.Value == resource) || site.Rooms.Any(room => room.Id.Value == resource);

    private ReferenceHold? CameBack(PolicyBooking booking, long now) =>
        bookings.Holds.Any(hold => hold.Booking == booking.Id && hold.Why == "Vacated") && bookings.Letter(booking.Id) is { } letter && letter.End > now
            ? new(booking.Id, booking.Holder, booking.Resource, now, letter.End, "LateComer")
            : null;

    private ReferenceHold? FoundTaken(PolicyBooking booking, long now) =>
        now >= booking.Start && usage.Open.Any(session => session.Resource == booking.Resource
            && session.Booking != booking.Id && session.Holder != booking.Holder && FactWords.At(session.MustEnd) > now)
            ? new(booking.Id, booking.Holder, booking.Resource, now, booking.End, "SeatTaken")
            : null;

    // The own seat first; who booked a room is given no desk.
    private List<(string Resource, long Until)> Offers(ReferenceHold wish, long now)
    {
        var offers = new List<(string, long)>();
        if (FreeUntil(wish.Resource, wish, now) is { } own)
        {
            offers.Add((wish.Resource, own));
        }

        return site.Rooms.Any(room => room.Id.Value == wish.Resource) ? offers : [.. offers, .. Desks(wish, now)];
    }

    // Those that are free longest first, none in a private area.
    private List<(string Resource, long Until)> Desks(ReferenceHold wish, long now)
    {
        var found = new List<(string Resource, long Until)>();
        foreach (var desk in site.Desks.Where(desk => !site.Areas.First(area => area.Id == desk.Area).HostPrivate))
        {
            if (FreeUntil(desk.Id.Value, wish, now) is { } until)
            {
                found.Add((desk.Id.Value, until));
            }
        }

        return [.. found.OrderByDescending(seat => seat.Until)];
    }

    private long? FreeUntil(string resource, ReferenceHold wish, long now)
    {
        if (usage.Open.Any(session => session.Resource == resource && session.Booking != wish.Booking && FactWords.At(session.MustEnd) > wish.Start)
            || (wish.Start <= now && desks.TryGetValue(resource, out var desk) && desk.State != "Free"))
        {
            return null;
        }

        var until = wish.End;
        foreach (var booking in bookings.At(resource))
        {
            if (booking.Id != wish.Booking && booking.End > wish.Start && booking.Start < until && !bookings.IsReleased(booking))
            {
                until = booking.Start;
            }
        }

        return until > wish.Start ? until : null;
    }

    private void Contest(ReferenceHold hold, long now)
    {
        var from = hold.Start > now ? hold.Start : now;
        foreach (var other in bookings.At(hold.Resource))
        {
            if (other.Id == hold.Booking || other.Start >= hold.End || other.End <= from || bookings.IsReleased(other))
            {
                continue;
            }

            if (!IsInside(hold.Booking))
            {
                if (!Move(hold with { Start = from, Why = "SeatTaken" }, now))
                {
                    End(hold, "Network");
                }

                return;
            }

            if (hold.Why != "Kept")
            {
                Give(hold with { Why = "Kept" });
            }

            var loser = new ReferenceHold(other.Id, other.Holder, other.Resource, other.Start > from ? other.Start : from, other.End, "SeatTaken");
            if (!Move(loser, now) && hold.Why != "Kept")
            {
                write($"NoSeatLeft {loser.Resource}{loser.Who}");
            }
        }
    }

    private bool Move(ReferenceHold loser, long now)
    {
        if (Desks(loser, now) is not [var seat, ..] || seat.Until <= loser.Start)
        {
            return false;
        }

        Give(loser with { Resource = seat.Resource, End = seat.Until });
        return true;
    }

    private bool IsInside(string booking) => usage.Open.Any(session => session.Booking == booking);

    private void Give(ReferenceHold hold)
    {
        Lay(hold);
        write($"SeatHeld {hold.Resource} {hold.Start} {hold.End} {hold.Why}{hold.Who}");
    }

    private void Lay(ReferenceHold hold)
    {
        bookings.Lay(hold);
        usage.Move(hold);
    }

    private void End(ReferenceHold hold, string why)
    {
        bookings.Lift(hold.Booking);
        write($"HoldEnded {hold.Resource} {why}{hold.Who}");
    }
}
