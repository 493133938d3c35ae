using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Alarm of a door (ONVIF Door Control 19.12, DoorAlarm), with the warning before held open.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorAlarm>))]
public enum DoorAlarm
{
    /// <summary>No alarm.</summary>
    Normal,

    /// <summary>Held open for 80 % of the open time: the warning sounds.</summary>
    PreAlarm,

    /// <summary>Held open longer than the open time.</summary>
    DoorOpenTooLong,

    /// <summary>Opened without grant or request to exit.</summary>
    DoorForcedOpen,
}
