using System.Data.Common;
using System.Globalization;

namespace EdgeNode.Hub;

/// <summary>The ledger by month, home and visited site. Entries are only ever added; a closed month takes none.</summary>
public sealed class Ledger(HubDatabase database)
{
    /// <summary>Held shared by whoever enters and alone by whoever closes.</summary>
    internal const string Months = "months";

    private const string Columns = "id, month, day, begun, kind, home, visited, holder, employer, cost_centre, minutes, cents, card, rounding, reason";

    /// <summary>Puts something right by a new entry in the first open month.</summary>
    /// <param name="id">The entry that is wrong.</param>
    /// <param name="minutes">Minutes to add; negative to take away.</param>
    /// <param name="cents">Cents to add; negative to take away.</param>
    /// <param name="reason">Why, in words.</param>
    /// <exception cref="DirectoryException">There is no such entry, or no reason.</exception>
    public LedgerEntry Correct(string id, long minutes, long cents, string reason) => database.Transact(to =>
    {
        Require(!string.IsNullOrWhiteSpace(reason), "the reason is empty; write why the entry is wrong");
        to.Hold(Months, shared: true);
        to.Hold($"correction {id}");
        var wrong = to.Read($"SELECT {Columns} FROM ledger WHERE id = $1", Entry, id);
        Require(wrong.Count == 1, $"there is no entry '{id}'; copy the id from the statement");
        var number = (long)to.One("SELECT count(*) FROM ledger WHERE id LIKE $1", $"{id}/correction-%")! + 1;
        var entry = wrong[0] with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{id}/correction-{number}"),
            Month = OpenMonth(to, wrong[0].Month),
            Kind = EntryKind.Correction,
            Minutes = minutes,
            Cents = cents,
            Rounding = "given",
            Reason = reason,
        };
        Append(to, [entry]);
        return entry;
    });

    /// <summary>What each home owes each visited site in a month.</summary>
    public IReadOnlyList<MatrixRow> Matrix(string month) => database.Transact(from => Matrix(from, month));

    /// <summary>Every entry of a month, by id.</summary>
    public IReadOnlyList<LedgerEntry> Entries(string month) => database.Transact(from => Entries(from, month));

    /// <summary>Months that are closed, in order.</summary>
    public IReadOnlyList<string> ClosedMonths() => database.Transact(from => from.Read("SELECT month FROM closed_month ORDER BY month", row => row.GetString(0)));

    internal static List<LedgerEntry> Entries(HubTransaction from, string month) =>
        from.Read($"SELECT {Columns} FROM ledger WHERE month = $1 ORDER BY id", Entry, month);

    internal static List<MatrixRow> Matrix(HubTransaction from, string month) => from.Read(
        """
        SELECT home, visited, CAST(sum(minutes) AS BIGINT), CAST(sum(cents) AS BIGINT) FROM ledger
        WHERE month = $1 GROUP BY home, visited ORDER BY home, visited
        """,
        row => new MatrixRow(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)),
        month);

    internal static void Append(HubTransaction to, IReadOnlyList<LedgerEntry> entries) => to.Insert("ledger", Columns, [.. entries.Select(Row)]);

    internal static bool IsClosed(HubTransaction from, string month) => from.One("SELECT 1 FROM closed_month WHERE month = $1", month) is not null;

    /// <summary>The month itself, or the first open one after it.</summary>
    internal static string OpenMonth(HubTransaction from, string month)
    {
        while (IsClosed(from, month))
        {
            month = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }

        return month;
    }

    private static object?[] Row(LedgerEntry entry) =>
    [
        entry.Id, entry.Month, entry.Day, entry.Begun, $"{entry.Kind}", entry.Home, entry.Visited, entry.Holder, entry.Employer, entry.CostCentre,
        entry.Minutes, entry.Cents, entry.Card, entry.Rounding, entry.Reason,
    ];

    private static LedgerEntry Entry(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Enum.Parse<EntryKind>(row.GetString(4)), row.GetString(5), row.GetString(6),
        row.Text(7), row.Text(8), row.GetString(9), row.GetInt64(10), row.GetInt64(11), row.GetString(12), row.GetString(13), row.GetString(14));

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DirectoryException(otherwise);
        }
    }
}
