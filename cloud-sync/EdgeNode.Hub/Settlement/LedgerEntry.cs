namespace EdgeNode.Hub;

/// <summary>One line of the ledger: the home owes the visited site. It never changes.</summary>
/// <param name="Id">Made from what it is for, so that nothing is entered twice.</param>
/// <param name="Month">The month that it is settled in, yyyy-MM.</param>
/// <param name="Day">The usage day, yyyy-MM-dd; of a share of a flat pass the first of its month.</param>
/// <param name="Begun">Local date on which the session began.</param>
/// <param name="Kind">Why.</param>
/// <param name="Home">Who owes.</param>
/// <param name="Visited">Who is owed.</param>
/// <param name="Holder">The network's reference; null once erased.</param>
/// <param name="Employer">The employer, if any.</param>
/// <param name="CostCentre">The employer's cost centre; empty when none.</param>
/// <param name="Minutes">Minutes, negative only in a correction.</param>
/// <param name="Cents">Amount, negative only in a correction or a share that was put right.</param>
/// <param name="Card">The rate card; empty when none.</param>
/// <param name="Rounding">How the cents came about.</param>
/// <param name="Reason">Words for people; empty when there is nothing to say.</param>
public sealed record LedgerEntry(
    string Id,
    string Month,
    string Day,
    string Begun,
    EntryKind Kind,
    string Home,
    string Visited,
    string? Holder,
    string? Employer,
    string CostCentre,
    long Minutes,
    long Cents,
    string Card,
    string Rounding,
    string Reason)
{
    /// <summary>Redacted: leads to a person.</summary>
    public override string ToString() => $"{Kind} {Month} {Home} to {Visited}: {Minutes} min, {Cents} cents";
}
