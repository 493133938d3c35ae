using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>An access profile in a policy.</summary>
/// <param name="Id">The profile.</param>
/// <param name="Rights">Areas and when.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyProfile(string Id, IReadOnlyList<PolicyRight> Rights);
