namespace EdgeNode.Hub;

/// <summary>A site's dealings with one other site in a month.</summary>
/// <param name="Other">The other site.</param>
/// <param name="DueMinutes">What the other's members used here.</param>
/// <param name="DueCents">What the other owes for it.</param>
/// <param name="OwedMinutes">What this home's members used there.</param>
/// <param name="OwedCents">What this home owes for it.</param>
public sealed record StatementRow(string Other, long DueMinutes, long DueCents, long OwedMinutes, long OwedCents);
