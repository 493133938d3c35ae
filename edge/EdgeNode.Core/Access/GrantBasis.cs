using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>The right on which a door was released.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GrantBasis>))]
public enum GrantBasis
{
    /// <summary>A booking whose path goes through the door.</summary>
    Booking,

    /// <summary>A standing right of an access profile.</summary>
    AccessProfile,

    /// <summary>The code of the day, for people whose rights are missing during an outage.</summary>
    OutageCode,

    /// <summary>A way out: exit is always free for a known credential.</summary>
    Exit,
}
