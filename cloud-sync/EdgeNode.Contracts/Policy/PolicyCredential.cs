using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A credential in a policy, by token only.</summary>
/// <param name="Token">Keyed HMAC-SHA-256 of the identifier, 64 lower-case hex digits.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Enabled">False when blocked.</param>
/// <param name="ValidFrom">First instant of validity, milliseconds since 1970 UTC; null = always.</param>
/// <param name="ValidTo">First instant after validity, milliseconds since 1970 UTC; null = no such end.</param>
/// <param name="ValidThrough">Last local date of validity, yyyy-MM-dd, valid to its midnight; null = no such end. The earlier of two ends holds.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyCredential(string Token, string Holder, bool Enabled, long? ValidFrom, long? ValidTo, string? ValidThrough)
{
    /// <summary>UidOnly, Keypad or Cryptographic; null = UidOnly.</summary>
    public string? Assurance { get; init; }

    /// <summary>What is written on it where it is a loan badge: it opens only while the site has handed it out; null = none.</summary>
    public string? Loan { get; init; }

    /// <summary>Redacted: prints no token.</summary>
    public override string ToString() => "credential:***";
}
