using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>How the node itself is, for the health tile.</summary>
/// <param name="JournalTakesRecords">False: an alarm is due at once.</param>
/// <param name="JournalDurable">Last sequence that the disk confirmed.</param>
/// <param name="NetworkUp">Whether the broker is connected.</param>
/// <param name="Waiting">Durable records that the hub itself has not acknowledged.</param>
/// <param name="LastAcknowledged">When, wall time; null = never since start.</param>
/// <param name="DaysOwed">Closed usage days that the hub has not acknowledged.</param>
/// <param name="PolicyVersion">Version of the policy in force.</param>
/// <param name="NextDeadline">What the node waits for; null = nothing.</param>
/// <param name="Problems">Troubles in words, each with its cure; empty when all is well.</param>
public sealed record NodeHealth(
    bool JournalTakesRecords,
    long JournalDurable,
    bool NetworkUp,
    long Waiting,
    DateTimeOffset? LastAcknowledged,
    int DaysOwed,
    long PolicyVersion,
    string? NextDeadline,
    ImmutableArray<string> Problems);
