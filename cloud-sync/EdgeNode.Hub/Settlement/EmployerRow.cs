namespace EdgeNode.Hub;

/// <summary>A group of an employer's people.</summary>
/// <param name="Site">The site, or <c>several</c>.</param>
/// <param name="CostCentre">The cost centre, or <c>several</c>.</param>
/// <param name="People">How many; null = too few to say.</param>
/// <param name="Minutes">Minutes used in the month.</param>
public sealed record EmployerRow(string Site, string CostCentre, int? People, long Minutes);
