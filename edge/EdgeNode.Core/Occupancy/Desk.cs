namespace EdgeNode.Core;

/// <summary>A desk that can be booked.</summary>
/// <param name="Id">The desk.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Area">The area in which it stands.</param>
/// <param name="Sensor">How its sensor behaves; null = no sensor fitted.</param>
public sealed record Desk(ResourceId Id, string Name, AreaId Area, SensorProfile? Sensor)
{
    /// <summary>The reader at the desk itself: a tap there shows that somebody came, or keeps the desk while they step out; null = none.</summary>
    public AccessPointId? Tag { get; init; }

    /// <summary>Its own times; null = the site's.</summary>
    public BookingTimes? Times { get; init; }
}
