namespace EdgeNode.Core;

/// <summary>A room that can be booked.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Area">The area in which it lies.</param>
public sealed record Room(ResourceId Id, string Name, AreaId Area)
{
    /// <summary>The reader at which a tap near the end of a booking extends it; null = none.</summary>
    public AccessPointId? Reader { get; init; }

    /// <summary>How many people it seats; null = not counted. Once it is known of every room, no more people are wanted in than desks and seats.</summary>
    public int? Seats { get; init; }

    /// <summary>Its own times; null = the site's.</summary>
    public BookingTimes? Times { get; init; }
}
