namespace EdgeNode.Hub;

/// <summary>What one site is due and owes in one month.</summary>
/// <param name="Site">The site.</param>
/// <param name="Month">yyyy-MM.</param>
/// <param name="Closed">Whether the figures are final.</param>
/// <param name="Rows">By other site; the site itself among them for its own members at home.</param>
/// <param name="Corrections">What was put right in this month.</param>
public sealed record Statement(
    string Site, string Month, bool Closed, IReadOnlyList<StatementRow> Rows, IReadOnlyList<LedgerEntry> Corrections)
{
    /// <summary>What other homes and its own owe this site.</summary>
    public long DueCents => Rows.Sum(row => row.DueCents);

    /// <summary>What this home owes the sites that its members visited, itself among them.</summary>
    public long OwedCents => Rows.Sum(row => row.OwedCents);

    /// <summary>What the site is paid in the end; negative = it pays.</summary>
    public long BalanceCents => DueCents - OwedCents;

    /// <summary>The statement of a site.</summary>
    public static Statement Read(HubDatabase database, string site, string month) => database.Transact(from => Of(from, site, month));

    internal static Statement Of(HubTransaction from, string site, string month)
    {
        var matrix = Ledger.Matrix(from, month);
        var others = matrix.Where(row => row.Home == site).Select(row => row.Visited).Union(matrix.Where(row => row.Visited == site).Select(row => row.Home));
        return new(
            site,
            month,
            Ledger.IsClosed(from, month),
            [
                .. others.Order(StringComparer.Ordinal).Select(other => new StatementRow(
                    other,
                    matrix.Where(row => row.Home == other && row.Visited == site).Sum(row => row.Minutes),
                    matrix.Where(row => row.Home == other && row.Visited == site).Sum(row => row.Cents),
                    matrix.Where(row => row.Home == site && row.Visited == other).Sum(row => row.Minutes),
                    matrix.Where(row => row.Home == site && row.Visited == other).Sum(row => row.Cents))),
            ],
            [.. Ledger.Entries(from, month).Where(entry => entry.Kind == EntryKind.Correction && (entry.Home == site || entry.Visited == site))]);
    }
}
