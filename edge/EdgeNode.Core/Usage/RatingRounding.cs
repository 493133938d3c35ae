using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>How an exact amount becomes whole cents; stands on every rated line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RatingRounding>))]
public enum RatingRounding
{
    /// <summary>To the nearest cent, half a cent up.</summary>
    HalfUp,

    /// <summary>To the nearest cent, half a cent to the even one.</summary>
    HalfEven,

    /// <summary>Up to the next cent.</summary>
    Up,

    /// <summary>Down to the cent.</summary>
    Down,
}
