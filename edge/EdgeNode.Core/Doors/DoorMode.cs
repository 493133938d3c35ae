using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Logical mode of a door (ONVIF Door Control 19.12, DoorMode).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorMode>))]
public enum DoorMode
{
    /// <summary>Locked; access may be granted.</summary>
    Locked,

    /// <summary>Released for one passage; returns by itself.</summary>
    Accessed,
}
