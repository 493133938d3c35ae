namespace EdgeNode.Screen;

/// <summary>Somebody was found safe.</summary>
/// <param name="Person">Whose reference.</param>
/// <param name="By">Reference of the account that says so.</param>
/// <param name="At">When.</param>
public sealed record Finding(string Person, string By, DateTimeOffset At);
