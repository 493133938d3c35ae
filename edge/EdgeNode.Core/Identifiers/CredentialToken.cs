using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A card identifier as keyed HMAC-SHA-256, lower-case hex: all that is kept of a card. See <see cref="IdentifierKey"/>.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct CredentialToken(string Value)
{
    /// <summary>Redacted: prints no token.</summary>
    public override string ToString() => "credential:***";

    internal sealed class Json() : TextIdJson<CredentialToken>(text => new(text), id => id.Value);
}
