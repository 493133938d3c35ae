namespace EdgeNode.Hub;

/// <summary>What came of a file: either all of it was entered, or nothing and every mistake is named.</summary>
/// <param name="Entered">Rows entered.</param>
/// <param name="Errors">Each with its line and cure.</param>
public sealed record ImportResult(int Entered, IReadOnlyList<string> Errors);
