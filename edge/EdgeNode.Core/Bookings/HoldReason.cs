using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why the site gave a seat by itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HoldReason>))]
public enum HoldReason
{
    /// <summary>A member without a booking came, and a seat was free.</summary>
    WalkIn,

    /// <summary>Somebody whose booking was released came late, and a seat was free.</summary>
    LateComer,

    /// <summary>The booked seat is in somebody else's hands: the next free one instead.</summary>
    SeatTaken,

    /// <summary>The network gave the seat away, but the person sits there.</summary>
    Kept,

    /// <summary>The room was free after the booking.</summary>
    Extended,

    /// <summary>The person has left for good: the rest of the booking is free.</summary>
    Vacated,
}
