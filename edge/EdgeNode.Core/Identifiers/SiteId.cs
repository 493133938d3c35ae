using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One site of the network; also the home of a member. Lower-case letters, digits and dashes.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct SiteId(string Value)
{
    /// <summary>The identifier as it stands in configuration and topics.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<SiteId>(text => new(text), id => id.Value);
}
