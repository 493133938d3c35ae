namespace EdgeNode.Core;

/// <summary>A badge that waits for its PIN.</summary>
/// <param name="Presented">What was presented.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Until">When it has waited long enough, on the uptime clock.</param>
/// <param name="Verifying">A code is being held against the PIN; another is not taken meanwhile.</param>
public sealed record PinAsked(Presented Presented, HolderRef Holder, TimeSpan Until, bool Verifying);
