namespace EdgeNode.Hub;

/// <summary>What one home owes one visited site.</summary>
/// <param name="Home">Who owes.</param>
/// <param name="Visited">Who is owed.</param>
/// <param name="Minutes">Minutes.</param>
/// <param name="Cents">Amount.</param>
public sealed record MatrixRow(string Home, string Visited, long Minutes, long Cents);
