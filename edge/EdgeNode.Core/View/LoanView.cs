namespace EdgeNode.Core;

/// <summary>A loan badge that is not back, for the screen. Names nobody.</summary>
/// <param name="Badge">What is written on it.</param>
/// <param name="Status">Out, overdue or lost.</param>
/// <param name="Until">Until when it was handed out, on the site's clock.</param>
public sealed record LoanView(LoanBadgeId Badge, LoanStatus Status, DateTimeOffset Until);
