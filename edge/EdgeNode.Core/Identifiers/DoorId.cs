using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One door of the site, as named in its configuration.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct DoorId(string Value)
{
    /// <summary>The identifier as it stands in configuration.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<DoorId>(text => new(text), id => id.Value);
}
