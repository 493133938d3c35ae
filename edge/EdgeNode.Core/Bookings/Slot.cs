namespace EdgeNode.Core;

/// <summary>The place that a booking takes. A booking that the network moves to another time or seat takes another place: there it has neither arrived nor been released.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Resource">The desk or room.</param>
/// <param name="Start">Its start.</param>
public readonly record struct Slot(BookingId Booking, ResourceId Resource, DateTimeOffset Start);
