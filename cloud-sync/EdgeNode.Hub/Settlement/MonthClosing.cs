using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>
/// Closes a month: splits the passes' fees among the visited sites, then lets nothing more in. Usage that comes too late for its
/// month changes the shares of that month by new entries in the next one to be closed.
/// </summary>
public sealed class MonthClosing(HubDatabase database, TimeProvider time)
{
    private const string Wanted = "yyyy-MM";

    /// <summary>Closes a month that is over.</summary>
    /// <exception cref="DirectoryException">It is no month, is not over, or is closed already; nothing was done.</exception>
    public void Close(string month)
    {
        Require(DateOnly.TryParseExact(month, Wanted, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first), $"the month is '{month}'; write it as 2026-11");
        Require(first.AddMonths(1) <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), $"the month {month} is not over; close it from the first of the next one");
        database.Transact(to =>
        {
            to.Hold(Ledger.Months);
            Require(!Ledger.IsClosed(to, month), $"the month {month} is closed already; corrections are new entries in an open month");
            Ledger.Append(to, [.. FlatShares(to, month), .. DayShares(to, month)]);
            return to.Run("INSERT INTO closed_month (month, at) VALUES ($1, $2)", month, time.GetUtcNow().ToUnixTimeMilliseconds());
        });
    }

    private static IEnumerable<LedgerEntry> FlatShares(HubTransaction from, string month)
    {
        // The month itself, and closed ones for which usage came late.
        var late = Periods(from, month, EntryKind.Flat, "substr(day, 1, 7)");
        var due = Plans.InForce(from, month).Where(plan => plan.Kind == EntryKind.Flat).Select(plan => (plan.Holder, Period: month));
        return late.Union(due).Order().SelectMany(pass => Shares(from, month, pass.Holder, pass.Period, EntryKind.Flat, "substr(day, 1, 7)", $"{pass.Period}-01"));
    }

    private static IEnumerable<LedgerEntry> DayShares(HubTransaction from, string month) =>
        Periods(from, month, EntryKind.Day, "begun").SelectMany(pass => Shares(from, month, pass.Holder, pass.Period, EntryKind.Day, "begun", pass.Period));

    private static List<(string Holder, string Period)> Periods(HubTransaction from, string month, EntryKind kind, string period) => from.Read(
        $"SELECT DISTINCT holder, {period} FROM ledger WHERE month = $1 AND kind = $2 AND holder IS NOT NULL ORDER BY holder, {period}",
        row => (row.GetString(0), row.GetString(1)),
        month, $"{kind}");

    // What each visited site should have of one pass, less what it has got.
    private static IEnumerable<LedgerEntry> Shares(
        HubTransaction from, string month, string holder, string period, EntryKind kind, string periodOf, string day)
    {
        var plan = Plans.InForce(from, period[..7]).FirstOrDefault(plan => plan.Holder == holder && plan.Kind == kind);
        var home = from.One("SELECT home FROM holder WHERE ref = $1", holder) as string;
        if (plan is null || home is null)
        {
            yield break;
        }

        var used = from.Read(
            $"SELECT visited, CAST(sum(minutes) AS BIGINT) FROM ledger WHERE holder = $1 AND kind = $2 AND {periodOf} = $3 GROUP BY visited ORDER BY visited",
            row => (Site: row.GetString(0), Minutes: row.GetInt64(1)),
            holder, $"{kind}", period);
        var sites = used.Count == 0 ? [(Site: home, Minutes: 0L)] : used;
        var shares = Rating.Split(plan.Fee, [.. sites.Select(site => site.Minutes)]);
        var paid = from.Read(
            "SELECT visited, CAST(sum(cents) AS BIGINT) FROM ledger WHERE holder = $1 AND kind = 'Share' AND card = $2 AND day = $3 GROUP BY visited",
            row => (Site: row.GetString(0), Cents: row.GetInt64(1)),
            holder, $"{kind}", day).ToDictionary(row => row.Site, row => row.Cents);
        var wanted = sites.Select((site, index) => (site.Site, Cents: shares[index])).ToDictionary(row => row.Site, row => row.Cents);
        foreach (var site in wanted.Keys.Union(paid.Keys).Order(StringComparer.Ordinal))
        {
            var cents = wanted.GetValueOrDefault(site) - paid.GetValueOrDefault(site);
            if (cents != 0)
            {
                yield return new(
                    $"share/{month}/{period}/{kind}/{holder}/{site}", month, day, day, EntryKind.Share, home, site, holder, plan.Employer, plan.CostCentre,
                    0, cents, $"{kind}", "largest remainder", period == month || kind == EntryKind.Day ? "" : $"usage of {period} that came late");
            }
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DirectoryException(otherwise);
        }
    }
}
