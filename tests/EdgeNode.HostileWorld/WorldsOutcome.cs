namespace EdgeNode.HostileWorld;

/// <summary>How many stories ended.</summary>
/// <param name="Worlds">Stories played.</param>
/// <param name="Steps">Events taken in all of them.</param>
/// <param name="Records">Durable records in all of them.</param>
/// <param name="Starts">Starts of a node in all of them.</param>
/// <param name="Failures">Those in which a promise was broken, by seed.</param>
public sealed record WorldsOutcome(int Worlds, long Steps, long Records, long Starts, IReadOnlyList<WorldOutcome> Failures);
