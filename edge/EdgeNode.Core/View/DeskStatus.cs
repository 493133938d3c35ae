namespace EdgeNode.Core;

/// <summary>The six states in which a desk is drawn.</summary>
public enum DeskStatus
{
    /// <summary>Nobody there and no booking now.</summary>
    Free,

    /// <summary>Booked now, not arrived yet.</summary>
    Booked,

    /// <summary>Somebody there, with a booking.</summary>
    Occupied,

    /// <summary>Somebody there, without a booking.</summary>
    OccupiedWithoutBooking,

    /// <summary>The booking of this hour was released.</summary>
    NoShow,

    /// <summary>The sensor is silent or missing, and nothing else is known.</summary>
    Unknown,
}
