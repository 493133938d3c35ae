using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A group of special days.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Days">Dates, yyyy-MM-dd, or rules, as in a <see cref="PolicyWindow"/>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicySpecialDays(string Id, IReadOnlyList<string> Days);
