namespace EdgeNode.Core;

/// <summary>A tap at a room's own reader near the end of the booking extends it, if nobody has the room after it.</summary>
internal static class ExtendRule
{
    public static void Tapped(SiteStepping step, AccessPointId reader, Booking? booking)
    {
        if (booking is not null
            && step.Now.Wall >= booking.End - step.Site.Rules.ExtendWithin
            && step.State.CheckedIn.Contains(booking.Slot)
            && step.Site.Rooms.Any(room => room.Id == booking.Resource && room.Reader == reader))
        {
            Extend(step, booking, booking.End + step.Site.Rules.ExtendBy);
        }
    }

    private static void Extend(SiteStepping step, Booking booking, DateTimeOffset end)
    {
        foreach (var next in step.State.Policy.BookingsOf(booking.Resource))
        {
            if (next.Id != booking.Id && next.Start < end && next.End > booking.End && !step.State.Released.Contains(next.Slot))
            {
                step.Record(new JournalFact.NotExtended(booking.Resource, next.Start) { Who = new(booking.Holder, booking.Id) });
                return;
            }
        }

        SeatRule.Hold(step, new(booking.Id, booking.Holder, booking.Resource, booking.Start, end, HoldReason.Extended));
    }
}
