namespace EdgeNode.Contracts;

/// <summary>A policy ready to be published.</summary>
/// <param name="Head">The signed head.</param>
/// <param name="Parts">All parts in order.</param>
/// <param name="Letter">Canonical bytes of the letter.</param>
public sealed record PackedPolicy(PolicyHead Head, IReadOnlyList<PolicyPart> Parts, byte[] Letter);
