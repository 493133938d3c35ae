namespace EdgeNode.Core;

/// <summary>Wrong PINs of one holder.</summary>
/// <param name="Wrong">In a row.</param>
/// <param name="LockedUntil">Until when the PIN is refused, on the uptime clock; null = it is not.</param>
public sealed record PinTries(int Wrong, TimeSpan? LockedUntil);
