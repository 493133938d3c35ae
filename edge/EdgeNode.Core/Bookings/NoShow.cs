namespace EdgeNode.Core;

/// <summary>When a booking is released if nobody comes.</summary>
/// <param name="At">The instant.</param>
/// <param name="Booking">The booking.</param>
public readonly record struct NoShow(DateTimeOffset At, Booking Booking);
