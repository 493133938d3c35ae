using System.Globalization;
using System.Text;

namespace EdgeNode.Hub;

/// <summary>Totals of sealed days, member-home by visited site.</summary>
public sealed class UsageTotals(HubDatabase database)
{
    /// <summary>Totals of one month (yyyy-MM), or of all time.</summary>
    public IReadOnlyList<TotalRow> Read(string? month) => database.Transact(from => from.Read(
        """
        SELECT home, site, count(*), CAST(sum(minutes) AS BIGINT), CAST(sum(CASE class WHEN 'Estimated' THEN minutes ELSE 0 END) AS BIGINT)
        FROM usage_session WHERE CAST($1 AS TEXT) IS NULL OR day LIKE CAST($1 AS TEXT) || '-%' GROUP BY home, site ORDER BY home, site
        """,
        row => new TotalRow(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
        month));

    /// <summary>The totals as a table for people.</summary>
    public static string Print(IReadOnlyList<TotalRow> rows)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"home",-20} {"visited",-20} {"sessions",8} {"hours",10} {"estimated",10}");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Home,-20} {row.Visited,-20} {row.Sessions,8} {Hours(row.Minutes),10} {Hours(row.EstimatedMinutes),10}");
        }

        return text.ToString();
    }

    private static string Hours(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");
}
