using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Hours in the site's local time.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Windows">Hours by the days on which they begin; empty = never.</param>
/// <param name="Special">Days whose own hours take the place of all others.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicySchedule(string Id, IReadOnlyList<PolicyWindow> Windows, IReadOnlyList<PolicySpecialHours> Special);
