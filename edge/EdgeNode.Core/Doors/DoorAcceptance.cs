using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What a door's safety sheet says of whether it may go live.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorAcceptance>))]
public enum DoorAcceptance
{
    /// <summary>No sheet is asked for: nothing drives its lock, or the world is a simulated one.</summary>
    NotAsked,

    /// <summary>No valid sheet: the door is not live.</summary>
    Missing,

    /// <summary>A named person let it go live without a test of its wiring.</summary>
    Overridden,

    /// <summary>Its wiring was tested step by step and signed for, and is still the same.</summary>
    Valid,
}
