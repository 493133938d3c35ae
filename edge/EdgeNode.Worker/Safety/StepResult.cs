namespace EdgeNode.Worker;

/// <summary>What a step came to.</summary>
/// <param name="Step">Which.</param>
/// <param name="Told">What was seen.</param>
/// <param name="Cure">What to put right; null = it is right.</param>
internal sealed record StepResult(SafetyStep Step, string Told, string? Cure = null);
