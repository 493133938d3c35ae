using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One access profile (ONVIF Access Rules 19.12).</summary>
[JsonConverter(typeof(Json))]
public readonly record struct AccessProfileId(string Value)
{
    /// <summary>The identifier as the network names it.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<AccessProfileId>(text => new(text), id => id.Value);
}
