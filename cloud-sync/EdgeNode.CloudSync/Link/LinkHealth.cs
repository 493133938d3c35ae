using System.Collections.Immutable;

namespace EdgeNode.CloudSync;

/// <summary>How the link is. Immutable.</summary>
/// <param name="Connected">The broker has confirmed subscription and status.</param>
/// <param name="AcknowledgedThrough">Last sequence that the hub itself acknowledged.</param>
/// <param name="LastAcknowledged">When the hub last acknowledged anything, by the link's own clock; null = never since start.</param>
/// <param name="Problems">Troubles in words, each with its cure; empty when all is well.</param>
public sealed record LinkHealth(bool Connected, long AcknowledgedThrough, DateTimeOffset? LastAcknowledged, ImmutableArray<string> Problems);
