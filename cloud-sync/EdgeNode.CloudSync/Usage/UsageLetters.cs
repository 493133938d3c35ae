using System.Collections.Immutable;
using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>A usage day as it travels.</summary>
/// <param name="Manifest">Signed.</param>
/// <param name="Chunks">By index.</param>
public sealed record UsageLetters(UsageManifest Manifest, ImmutableArray<UsageChunk> Chunks);
