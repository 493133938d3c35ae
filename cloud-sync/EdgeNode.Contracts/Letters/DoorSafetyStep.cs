namespace EdgeNode.Contracts;

/// <summary>One step of a <see cref="DoorSafetySheet"/>.</summary>
/// <param name="Step">What was tried.</param>
/// <param name="Result">What was seen, in words.</param>
public sealed record DoorSafetyStep(string Step, string Result);
