namespace EdgeNode.Core;

/// <summary>Somebody to whom a loan badge may well be handed out today.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Booking">The booking for which, until its end; null = staff, until the site closes.</param>
/// <param name="Place">Name of the desk or room booked; empty for staff.</param>
/// <param name="Start">Start of the booking, on the site's clock; null for staff.</param>
public sealed record LoanTaker(HolderRef Holder, BookingId? Booking, string Place, DateTimeOffset? Start);
