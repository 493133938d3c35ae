namespace EdgeNode.Core;

/// <summary>
/// Two people and one seat: the site gave it while the network was away, and the network gave it to somebody else. Whoever is inside keeps
/// it; when neither is, the network's word counts. The other is given the next free desk, and both are journalled.
/// </summary>
internal static class ContestRule
{
    /// <summary>Takes a new policy under the seats that the site gave.</summary>
    public static void Replace(SiteStepping step, PolicySnapshot next)
    {
        var before = step.State.Policy;
        step.State = step.State with { Policy = next.With(before.Holds) };
        foreach (var hold in before.Holds.Where(hold => step.State.Policy.Holds.Contains(hold)))
        {
            if (IsAnswered(step, before, next, hold))
            {
                SeatRule.End(step, hold, HoldEnd.Network);
            }
            else
            {
                Contest(step, hold);
            }
        }
    }

    // The network has taken the seat over, or has changed the booking since.
    private static bool IsAnswered(SiteStepping step, PolicySnapshot before, PolicySnapshot next, SeatHold hold)
    {
        var letter = next.LetterBooking(hold.Holder, hold.Booking);
        return Place(letter) == (hold.Slot, hold.End)
            || (Place(letter) != Place(before.LetterBooking(hold.Holder, hold.Booking)) && !IsInside(step, hold.Booking));
    }

    private static (Slot Slot, DateTimeOffset End)? Place(Booking? booking) => booking is null ? null : (booking.Slot, booking.End);

    private static void Contest(SiteStepping step, SeatHold hold)
    {
        var from = hold.Start > step.Now.Wall ? hold.Start : step.Now.Wall;
        foreach (var other in step.State.Policy.BookingsOf(hold.Resource).ToArray())
        {
            if (other.Id == hold.Booking || other.Start >= hold.End || other.End <= from || step.State.Released.Contains(other.Slot))
            {
                continue;
            }

            if (!IsInside(step, hold.Booking))
            {
                Yield(step, hold, from);
                return;
            }

            var isNews = hold.Why != HoldReason.Kept;
            if (isNews)
            {
                SeatRule.Hold(step, hold with { Why = HoldReason.Kept });
            }

            var loser = new SeatHold(other.Id, other.Holder, other.Resource, other.Start > from ? other.Start : from, other.End, HoldReason.SeatTaken);
            if (!Move(step, loser) && isNews)
            {
                step.Record(new JournalFact.NoSeatLeft(loser.Resource) { Who = new(loser.Holder, loser.Booking) });
            }
        }
    }

    private static void Yield(SiteStepping step, SeatHold hold, DateTimeOffset from)
    {
        if (!Move(step, hold with { Start = from, Why = HoldReason.SeatTaken }))
        {
            SeatRule.End(step, hold, HoldEnd.Network);
        }
    }

    private static bool Move(SiteStepping step, SeatHold loser)
    {
        var seat = FreeSeats.Desks(step.State, step.Now.Wall, loser.Start, loser.End, loser.Booking).FirstOrDefault();
        var found = seat.Until > loser.Start;
        if (found)
        {
            SeatRule.Hold(step, loser with { Resource = seat.Resource, End = seat.Until });
        }

        return found;
    }

    private static bool IsInside(SiteStepping step, BookingId booking) => step.State.Sessions.Values.Any(session => session.Booking == booking);
}
