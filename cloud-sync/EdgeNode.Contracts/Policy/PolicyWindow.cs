using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>One weekly window within a day.</summary>
/// <param name="Day">Monday to Sunday.</param>
/// <param name="From">HH:mm, inclusive.</param>
/// <param name="To">HH:mm, exclusive; 00:00 = end of the day.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyWindow(string Day, string From, string To);
