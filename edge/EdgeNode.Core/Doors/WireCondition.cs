using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>How a wire of a door is (ONVIF Door Control 19.12, DoorFaultState and DoorTamperState).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WireCondition>))]
public enum WireCondition
{
    /// <summary>Well, as far as it can be told.</summary>
    Normal,

    /// <summary>A housing was opened.</summary>
    Tampered,

    /// <summary>Cut, or loose.</summary>
    Cut,

    /// <summary>Shorted.</summary>
    Short,

    /// <summary>The converter that measures it does not answer.</summary>
    Silent,
}
