using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A desk or a room that can be booked.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct ResourceId(string Value)
{
    /// <summary>The identifier as it stands in configuration and on the plan.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<ResourceId>(text => new(text), id => id.Value);
}
