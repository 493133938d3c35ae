namespace EdgeNode.Worker;

/// <summary>What the journal says of usage days.</summary>
/// <param name="LastDay">The last day that the hub acknowledged; null = none.</param>
/// <param name="LastAt">When that was recorded.</param>
/// <param name="OldestOwed">The oldest closed day that it has not; null = none is owed.</param>
/// <param name="Owed">How many are.</param>
internal sealed record UploadFact(DateOnly? LastDay, DateTimeOffset? LastAt, DateOnly? OldestOwed, int Owed);
