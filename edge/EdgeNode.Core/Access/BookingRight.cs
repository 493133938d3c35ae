using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>What the bookings of a holder say about a door.</summary>
/// <param name="Booking">The one that opens it now, or null.</param>
/// <param name="Reasons">Why none does.</param>
/// <param name="OpensAt">When the next one will open it; null when there is none.</param>
internal readonly record struct BookingRight(Booking? Booking, ImmutableArray<DenyReason> Reasons, DateTimeOffset? OpensAt)
{
    // An ended booking is worth telling for a day; after that it is no booking at all.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public static BookingRight Find(AccessCase @case)
    {
        var reasons = ImmutableArray<DenyReason>.Empty;
        DateTimeOffset? opensAt = null;
        foreach (var booking in @case.Policy.BookingsOf(@case.Holder.Ref))
        {
            if (Refusal(@case, booking) is not { } reason)
            {
                return new(booking, [], null);
            }

            reasons = reasons.Add(reason);
            opensAt ??= reason == DenyReason.TooEarly ? booking.Start - @case.Policy.Plan.TimesOf(booking.Resource).EarlyEntry : null;
        }

        var told = reasons.Where(reason => reason != DenyReason.NoBookingNoRight).ToImmutableArray();
        return new(null, told.IsEmpty ? [DenyReason.NoBookingNoRight] : told, opensAt);
    }

    private static DenyReason? Refusal(AccessCase @case, Booking booking)
    {
        var rules = @case.Policy.Plan.TimesOf(booking.Resource);
        var onPath = @case.Policy.Plan.IsOnPath(@case.Door.Id, booking.Resource);
        return @case.Now.Wall >= booking.End + rules.LateEntry + Remembered ? DenyReason.NoBookingNoRight
            : @case.Latest < booking.Start - rules.EarlyEntry ? onPath ? DenyReason.TooEarly : DenyReason.NoBookingNoRight
            : !onPath ? DenyReason.NotOnPath
            : @case.Now.Wall >= booking.End + rules.LateEntry ? DenyReason.BookingOver
            : RefusalInWindow(@case, booking);
    }

    private static DenyReason? RefusalInWindow(AccessCase @case, Booking booking) =>
        @case.Request.Released.Contains(booking.Slot) ? DenyReason.BookingReleased
        : @case.OnlyTimeless ? DenyReason.ClockNotTrusted
        : booking.HostFirst && booking.Holder != @case.Holder.Ref && !@case.Request.CheckedIn.Contains(booking.Slot) ? DenyReason.HostNotHere
        : @case.Holder.PlanHours is { } plan && !@case.IsOpen(plan) ? DenyReason.NotPermittedAtThisTime
        : null;
}
