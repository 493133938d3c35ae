namespace EdgeNode.Screen;

/// <summary>Somebody has seen to an incident.</summary>
/// <param name="By">The name with which that person signs in.</param>
/// <param name="At">When, wall time.</param>
/// <param name="Text">What was said of it; may be empty.</param>
internal sealed record IncidentNote(string By, DateTimeOffset At, string Text);
