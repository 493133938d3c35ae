namespace EdgeNode.Contracts;

/// <summary>A site asks the hub for parts of its policy.</summary>
/// <param name="Version">Version of the policy.</param>
/// <param name="Parts">Indexes of the parts wanted.</param>
public sealed record PolicyWant(long Version, IReadOnlyList<int> Parts) : Letter;
