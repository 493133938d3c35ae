namespace EdgeNode.Worker;

/// <summary>How the way to the network stands.</summary>
/// <param name="OfflineFor">For how long the broker has not been there, since the start at the earliest; null = it is there.</param>
/// <param name="Queued">Records on the disk that the hub has not acknowledged.</param>
internal sealed record LinkStanding(TimeSpan? OfflineFor, long Queued);
