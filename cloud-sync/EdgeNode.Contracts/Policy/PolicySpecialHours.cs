using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>The hours of a schedule on special days.</summary>
/// <param name="Days">Their group: one of the letter's, or belgian-public-holidays, which every site knows.</param>
/// <param name="Hours">HH:mm-HH:mm each, within one day, 00:00 as end = end of the day; empty = closed.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicySpecialHours(string Days, IReadOnlyList<string> Hours);
