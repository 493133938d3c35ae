namespace EdgeNode.Core;

/// <summary>The times by which the bookings of one desk or room are kept.</summary>
/// <param name="EarlyEntry">A booking opens this long before its start.</param>
/// <param name="LateEntry">A booking re-opens until this long after its end.</param>
/// <param name="NoShowAfter">A booking without any evidence of arrival is released this long after its start.</param>
/// <param name="NewBookingGrace">A booking made shortly before its start, or later, is not released sooner than this after it was made.</param>
public sealed record BookingTimes(TimeSpan EarlyEntry, TimeSpan LateEntry, TimeSpan NoShowAfter, TimeSpan NewBookingGrace)
{
    private static readonly TimeSpan Shortly = TimeSpan.FromMinutes(30);

    /// <summary>When a booking is released if nobody has come.</summary>
    public DateTimeOffset NoShowAt(Booking booking)
    {
        var due = booking.Start + NoShowAfter;
        return booking.Made is { } made && made > booking.Start - Shortly && made + NewBookingGrace > due
            ? made + NewBookingGrace
            : due;
    }
}
