namespace EdgeNode.Core;

/// <summary>A loan badge that is not back, and who has it.</summary>
/// <param name="Badge">What is written on it.</param>
/// <param name="Status">Out, overdue or lost.</param>
/// <param name="Until">Until when it was handed out, on the site's clock.</param>
/// <param name="Holder">Who has it; null = that was erased.</param>
public sealed record LoanOut(LoanBadgeId Badge, LoanStatus Status, DateTimeOffset Until, HolderRef? Holder);
