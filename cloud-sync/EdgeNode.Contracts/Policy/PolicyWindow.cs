using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Hours of a schedule, local time.</summary>
/// <param name="Days">The days on which they begin: a first date, yyyy-MM-dd, or a rule of RFC 5545 section 3.3.10, or both with a space between.</param>
/// <param name="From">HH:mm, inclusive.</param>
/// <param name="To">HH:mm, exclusive; at or before <paramref name="From"/> it is the next day's.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyWindow(string Days, string From, string To);
