using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>How surely an identifier is whose it claims to be (IEC 60839-11-1 grades it by recognition). The order is the order of surety.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Assurance>))]
public enum Assurance
{
    /// <summary>A serial number that any copy tells as well.</summary>
    UidOnly,

    /// <summary>A code that somebody knows.</summary>
    Keypad,

    /// <summary>A secret proved by cryptography.</summary>
    Cryptographic,
}
