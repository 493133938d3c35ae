using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A sensor that says the same for too long to be believed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SensorTrouble>))]
public enum SensorTrouble
{
    /// <summary>None.</summary>
    None,

    /// <summary>Somebody there for 24 h, or for 2 h while the site is closed: the desk is unknown until it says otherwise.</summary>
    StuckOn,

    /// <summary>Nobody there for 7 days.</summary>
    StuckOff,
}
