namespace EdgeNode.HostileWorld;

/// <summary>How a story ended.</summary>
/// <param name="Options">Which story.</param>
/// <param name="Steps">Events that the site took.</param>
/// <param name="Records">Durable records at the end.</param>
/// <param name="Head">Hash of the last one: two stories with the same head have the same journal.</param>
/// <param name="Starts">How often the node was started.</param>
/// <param name="Failure">The promise that was broken; null = none.</param>
public sealed record WorldOutcome(WorldOptions Options, long Steps, long Records, string Head, int Starts, WorldFailure? Failure);
