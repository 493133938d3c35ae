using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One area between doors (ONVIF Access Control 19.12, Area). <see cref="Outside"/> is the street.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct AreaId(string Value)
{
    /// <summary>The street: the area from which every path starts.</summary>
    public static readonly AreaId Outside = new("outside");

    /// <summary>The identifier as it stands in configuration.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<AreaId>(text => new(text), id => id.Value);
}
