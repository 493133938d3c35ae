using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One access point: a reader on one side of a door (ONVIF Access Control 19.12, AccessPoint).</summary>
[JsonConverter(typeof(Json))]
public readonly record struct AccessPointId(string Value)
{
    /// <summary>The identifier as it stands in configuration.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<AccessPointId>(text => new(text), id => id.Value);
}
