namespace EdgeNode.Contracts;

/// <summary>The hub's own answer to a usage day: sealed, or what is missing, or what does not agree.</summary>
/// <param name="Epoch">Epoch of the site's journal.</param>
/// <param name="Day">Local date.</param>
/// <param name="Sealed">All of it is stored durably and agrees with the manifest.</param>
/// <param name="Missing">Indexes of the chunks to send (again); empty when none is missing.</param>
/// <param name="Mismatch">What does not agree, with both figures, in words; null when everything does.</param>
public sealed record UsageAck(string Epoch, DateOnly Day, bool Sealed, IReadOnlyList<int> Missing, string? Mismatch) : Letter;
