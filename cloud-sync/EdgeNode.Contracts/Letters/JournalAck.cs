namespace EdgeNode.Contracts;

/// <summary>The hub's own word that it keeps the journal of an epoch durably.</summary>
/// <param name="Epoch">The epoch that it speaks of.</param>
/// <param name="Through">Highest sequence stored without a gap from 1; 0 = nothing.</param>
public sealed record JournalAck(string Epoch, long Through) : Letter;
