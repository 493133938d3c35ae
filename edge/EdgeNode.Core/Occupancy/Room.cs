namespace EdgeNode.Core;

/// <summary>A room that can be booked.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Area">The area in which it lies.</param>
public sealed record Room(ResourceId Id, string Name, AreaId Area);
