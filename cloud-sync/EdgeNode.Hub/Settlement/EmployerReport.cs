using System.Globalization;
using System.Text;

namespace EdgeNode.Hub;

/// <summary>
/// What an employer may see: hours by month, site and cost centre. Never a day or a time, and never a group of fewer than
/// <see cref="SmallestGroup"/> people: small ones are merged, smallest first, until the merged one is large enough.
/// </summary>
public static class EmployerReport
{
    /// <summary>Fewest people in a group that is shown.</summary>
    public const int SmallestGroup = 5;

    private const string Merged = "several";

    /// <summary>The rows of a month, largest group first; the merged one last.</summary>
    public static IReadOnlyList<EmployerRow> Read(HubDatabase database, string employer, string month)
    {
        var used = database.Transact(from => Ledger.Entries(from, month))
            .Where(entry => entry.Employer == employer && entry.Kind != EntryKind.Share)
            .GroupBy(entry => (entry.Visited, entry.CostCentre))
            .Select(group => (Row: new EmployerRow(group.Key.Visited, group.Key.CostCentre, 0, group.Sum(entry => entry.Minutes)), People: group.Select(entry => entry.Holder).Distinct().ToArray()))
            .OrderByDescending(group => group.People.Length)
            .ThenBy(group => group.Row.Site, StringComparer.Ordinal)
            .ThenBy(group => group.Row.CostCentre, StringComparer.Ordinal)
            .ToList();
        var (minutes, people) = (0L, new HashSet<string?>());
        while (used.Count > 0 && (used[^1].People.Length < SmallestGroup || people.Count is > 0 and < SmallestGroup))
        {
            minutes += used[^1].Row.Minutes;
            people.UnionWith(used[^1].People);
            used.RemoveAt(used.Count - 1);
        }

        var rows = used.Select(group => group.Row with { People = group.People.Length }).ToList();
        return people.Count == 0 ? rows : [.. rows, new EmployerRow(Merged, Merged, people.Count < SmallestGroup ? null : people.Count, minutes)];
    }

    /// <summary>The report as CSV.</summary>
    public static string Csv(string employer, string month, IReadOnlyList<EmployerRow> rows)
    {
        var text = new StringBuilder("\ufeffemployer;month;site;cost_centre;people;hours\r\n");
        foreach (var row in rows)
        {
            var people = row.People?.ToString(CultureInfo.InvariantCulture) ?? $"fewer than {SmallestGroup}";
            text.Append(CultureInfo.InvariantCulture, $"{employer};{month};{row.Site};{row.CostCentre};{people};{row.Minutes / 60}:{row.Minutes % 60:00}\r\n");
        }

        return text.ToString();
    }
}
