using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What the door contact says (ONVIF Door Control 19.12, DoorPhysicalState).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactState>))]
public enum ContactState
{
    /// <summary>Not read yet, or no contact fitted.</summary>
    Unknown,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Closed.</summary>
    Closed,
}
