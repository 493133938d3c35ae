using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>
/// Gives a free desk at the tap: to a member without a booking where the site allows it, to whoever comes after the booking was released,
/// and to whoever finds the booked desk in other hands. The decider decides again with the seat given, so no obstacle is passed over.
/// </summary>
internal static class WalkInRule
{
    private static readonly ImmutableArray<DenyReason> Curable =
        [DenyReason.BookingReleased, DenyReason.BookingOver, DenyReason.NotOnPath, DenyReason.NoBookingNoRight];

    /// <summary>The decider's word, or a better one with a seat given.</summary>
    public static Decision Decide(SiteStepping step, AccessRequest request)
    {
        var decision = AccessDecider.Decide(step.State.Policy, request, step.Now);
        var wish = decision switch
        {
            Decision.Denied { Holder: { } holder } denied when denied.All.All(Curable.Contains) => Late(step, holder) ?? WithoutBooking(step, holder),
            Decision.Granted { Booking: { } booking } when Vacated(step, booking) is { } back => back,
            Decision.Granted { Booking: { } booking } when IsTaken(step, booking) =>
                new(booking.Id, booking.Holder, booking.Resource, step.Now.Wall, booking.End, HoldReason.SeatTaken),
            _ => null,
        };
        return wish is not null && step.State.Policy.Plan.FindAccessPoint(request.Presented.AccessPoint) is { } point
            ? Give(step, request, point.Door, wish) ?? Refuse(step, point.Door, decision)
            : decision;
    }

    private static Decision? Give(SiteStepping step, AccessRequest request, DoorId door, SeatHold wish)
    {
        foreach (var seat in Seats(step, door, wish))
        {
            var hold = wish with { Resource = seat.Resource, End = seat.Until };
            switch (AccessDecider.Decide(SeatRule.Lay(step.State, hold).Policy, request, step.Now))
            {
                case Decision.Granted { Booking: { } booking } granted when booking.Id == hold.Booking:
                    SeatRule.Hold(step, hold);
                    return granted;
                case (Decision.NeedsPin or Decision.NeedsCompanion) and var more:
                    // The seat is given once that was shown too.
                    return more;
            }
        }

        return null;
    }

    // The own seat first, if nobody has it.
    private static IEnumerable<Seat> Seats(SiteStepping step, DoorId door, SeatHold wish)
    {
        BookingId? booking = wish.Why == HoldReason.WalkIn ? null : wish.Booking;
        var own = FreeSeats.Find(step.State, wish.Resource, step.Now.Wall, wish.Start, wish.End, booking);
        var isRoom = step.Site.Rooms.Any(room => room.Id == wish.Resource);
        var desks = isRoom ? [] : FreeSeats.Desks(step.State, step.Now.Wall, wish.Start, wish.End, booking)
            .SkipLast(wish.Why == HoldReason.WalkIn ? CapacityRule.KeptForStaff(step.State) : 0);
        return desks.Prepend(own ?? default)
            .Where(seat => seat.Until > wish.Start && step.State.Policy.Plan.IsOnPath(door, seat.Resource));
    }

    private static Decision Refuse(SiteStepping step, DoorId door, Decision decision) => decision switch
    {
        Decision.Denied denied when step.Site.Desks.Any(desk => step.State.Policy.Plan.IsOnPath(door, desk.Id)) =>
            denied with { Reason = DenyReason.NoSeatLeft, All = [DenyReason.NoSeatLeft, .. denied.All] },
        Decision.Granted granted => new Decision.Denied(DenyReason.NoSeatLeft, [DenyReason.NoSeatLeft], granted.Holder, null),
        _ => decision,
    };

    private static SeatHold? Late(SiteStepping step, CredentialHolder holder)
    {
        foreach (var booking in step.State.Policy.BookingsOf(holder.Ref))
        {
            if (step.State.Released.Contains(booking.Slot) && step.State.Policy.Plan.Has(booking.Resource) && step.Now.Wall >= booking.Start && step.Now.Wall < booking.End)
            {
                return new(booking.Id, booking.Holder, booking.Resource, step.Now.Wall, booking.End, HoldReason.LateComer);
            }

            if (Vacated(step, booking) is { } back)
            {
                return back;
            }
        }

        return null;
    }

    // Whoever left for good and comes back within the time once booked.
    private static SeatHold? Vacated(SiteStepping step, Booking booking) =>
        step.State.Policy.Holds.Any(hold => hold.Booking == booking.Id && hold.Why == HoldReason.Vacated)
        && step.State.Policy.LetterBooking(booking.Holder, booking.Id) is { } letter && letter.End > step.Now.Wall
            ? new(booking.Id, booking.Holder, booking.Resource, step.Now.Wall, letter.End, HoldReason.LateComer)
            : null;

    private static SeatHold? WithoutBooking(SiteStepping step, CredentialHolder holder)
    {
        if (!step.Site.Rules.WalkIn || holder.Class != HolderClass.Member || HasSeat(step, holder.Ref))
        {
            return null;
        }

        // The number of holds tells two apart that come in the same millisecond.
        var id = new BookingId($"walk-in-{step.Site.Id}-{step.Now.Wall.ToUnixTimeMilliseconds()}-{step.State.Policy.Holds.Length}");
        return new(id, holder.Ref, default, step.Now.Wall, SiteHours.NextClosing(step.Site, step.Now.Wall), HoldReason.WalkIn);
    }

    private static bool HasSeat(SiteStepping step, HolderRef holder)
    {
        foreach (var booking in step.State.Policy.BookingsOf(holder))
        {
            if (booking.Start <= step.Now.Wall && booking.End > step.Now.Wall)
            {
                return true;
            }
        }

        return false;
    }

    // Whoever sits there keeps the seat.
    private static bool IsTaken(SiteStepping step, Booking booking) =>
        step.Now.Wall >= booking.Start
        && step.State.Sessions.Values.Any(session =>
            session.Resource == booking.Resource && session.Booking != booking.Id && session.Holder != booking.Holder && session.MustEndBy > step.Now.Wall);
}
