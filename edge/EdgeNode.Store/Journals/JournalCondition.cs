namespace EdgeNode.Store;

/// <summary>How the journal gets on with the disk just now.</summary>
/// <param name="TakesRecords">Whether the buffer has room.</param>
/// <param name="Waiting">Records that were decided and are not durable yet.</param>
/// <param name="WaitingFor">How long the disk has confirmed nothing while records wait; zero when none waits.</param>
/// <param name="Refusal">What the disk refuses, with the cure; null when it does not refuse, or takes records again.</param>
public sealed record JournalCondition(bool TakesRecords, int Waiting, TimeSpan WaitingFor, string? Refusal);
