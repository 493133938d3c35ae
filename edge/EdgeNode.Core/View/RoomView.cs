namespace EdgeNode.Core;

/// <summary>A room for the screen.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Status">What is drawn; a room has no sensor yet, so it is booked, occupied by a checked-in booking, or free.</param>
/// <param name="Until">End of the booking now, or start of the next one today, on the site's clock; null when there is none.</param>
public sealed record RoomView(ResourceId Id, string Name, DeskStatus Status, DateTimeOffset? Until);
