using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A right of a profile to one area.</summary>
/// <param name="Area">The area that may be entered.</param>
/// <param name="Schedule">When, by schedule id; null = at any time.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyRight(string Area, string? Schedule);
