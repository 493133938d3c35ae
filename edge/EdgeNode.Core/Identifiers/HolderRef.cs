using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A credential holder, known only by the network's reference (ONVIF Credential 19.12, CredentialHolderReference). Never a name.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct HolderRef(string Value)
{
    /// <summary>Redacted: prints no reference.</summary>
    public override string ToString() => "holder:***";

    internal sealed class Json() : TextIdJson<HolderRef>(text => new(text), id => id.Value);
}
