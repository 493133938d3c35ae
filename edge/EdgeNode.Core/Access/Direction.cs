using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>The way a tap at an access point goes through its door.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>From <see cref="Door.From"/> to <see cref="Door.To"/>.</summary>
    In,

    /// <summary>From <see cref="Door.To"/> to <see cref="Door.From"/>.</summary>
    Out,
}
