namespace EdgeNode.Hub;

/// <summary>What members of one home used at one site.</summary>
/// <param name="Home">The home.</param>
/// <param name="Visited">The visited site.</param>
/// <param name="Sessions">Sessions, all classes.</param>
/// <param name="Minutes">Minutes, all classes.</param>
/// <param name="EstimatedMinutes">Of these, the minutes whose end or clock was not seen.</param>
public sealed record TotalRow(string Home, string Visited, long Sessions, long Minutes, long EstimatedMinutes);
