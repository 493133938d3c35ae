namespace EdgeNode.Core;

/// <summary>Where somebody was last seen. Names nobody.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Zone">Name of the area entered last; empty for the street.</param>
/// <param name="LocalTime">When, on the site's clock.</param>
/// <param name="Seat">Name of the desk or room that is booked for the stay; null = none.</param>
/// <param name="HasLeft">Was seen to go out to the street.</param>
public sealed record LastSeen(HolderRef Holder, string Zone, DateTimeOffset LocalTime, string? Seat, bool HasLeft);
