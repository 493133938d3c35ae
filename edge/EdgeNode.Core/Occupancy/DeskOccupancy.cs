using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What a sensor says of a desk. Silence is unknown, never free.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeskOccupancy>))]
public enum DeskOccupancy
{
    /// <summary>The sensor is silent, warming up or missing.</summary>
    Unknown,

    /// <summary>Nobody there.</summary>
    Free,

    /// <summary>Somebody there.</summary>
    Occupied,
}
