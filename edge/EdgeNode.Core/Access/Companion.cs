namespace EdgeNode.Core;

/// <summary>Somebody entitled at an access point, moments ago.</summary>
/// <param name="Presented">What was presented.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Until">Until when another counts as coming along, on the uptime clock.</param>
/// <param name="Waiting">Not let in yet: a second one is needed.</param>
public sealed record Companion(Presented Presented, CredentialHolder Holder, TimeSpan Until, bool Waiting);
