using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>The keys of a site's letters.</summary>
/// <param name="Site">Signs usage manifests.</param>
/// <param name="Network">Verifies policies.</param>
public sealed record LinkKeys(SigningKey Site, VerifyingKey Network);
