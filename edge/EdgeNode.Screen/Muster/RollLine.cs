using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>One person on the sheet.</summary>
/// <param name="Name">The name; null = not known at this site.</param>
/// <param name="Seen">Where and when last seen.</param>
/// <param name="Found">Found safe; null = not yet.</param>
public sealed record RollLine(string? Name, LastSeen Seen, Finding? Found);
