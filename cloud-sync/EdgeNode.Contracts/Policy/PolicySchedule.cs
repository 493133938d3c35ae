using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Weekly hours in the site's local time.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Windows">Weekly windows; empty = never.</param>
/// <param name="ClosedDays">Local dates, yyyy-MM-dd, on which nothing is open.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicySchedule(string Id, IReadOnlyList<PolicyWindow> Windows, IReadOnlyList<string> ClosedDays);
