using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>
/// Counts everything again from three sides: the manifests that the sites signed, the sessions kept here, and the ledger. For each
/// day and site all three must agree, and a month's ledger must be what its statements say.
/// </summary>
public sealed class Reconciliation(HubDatabase database, HubAlerts alerts)
{
    /// <summary>Looks at every day of a month. Each mismatch is an alert, too.</summary>
    /// <returns>What does not agree, in words with both figures; empty when all does.</returns>
    public IReadOnlyList<string> Check(string month) => database.Transact(to =>
    {
        to.Hold(Ledger.Months);
        List<(string Site, string What)> wrong = [.. Days(to, month), .. Statements(to, month)];
        wrong.ForEach(mismatch => alerts.Raise(to, mismatch.Site, $"Reconciliation: {mismatch.What} Find out which is right and enter a correction."));
        return wrong.Select(mismatch => $"{mismatch.Site}: {mismatch.What}").ToList();
    });

    private static IEnumerable<(string Site, string What)> Days(HubTransaction from, string month)
    {
        var signed = from.Read("SELECT site, day, manifest FROM usage_day WHERE day LIKE $1", row => (Key: (row.GetString(0), row.GetString(1)), Manifest: LetterCodec.Decode<UsageManifest>(row.Bytes(2))), $"{month}-%")
            .GroupBy(row => row.Key)
            .ToDictionary(group => group.Key, group => (Count: (long)group.Sum(row => row.Manifest.Count), Minutes: group.Sum(row => row.Manifest.Minutes)));
        var sessions = Sums(from, "SELECT site, day, count(*), CAST(sum(minutes) AS BIGINT) FROM usage_session WHERE day LIKE $1 GROUP BY site, day", month);
        var ledger = Sums(from, "SELECT visited, day, count(*), CAST(sum(minutes) AS BIGINT) FROM ledger WHERE day LIKE $1 AND id LIKE 'use/%' AND kind <> 'Correction' GROUP BY visited, day", month);
        foreach (var (site, day) in signed.Keys.Union(sessions.Keys).Union(ledger.Keys).Order())
        {
            var (said, kept, entered) = (signed.GetValueOrDefault((site, day)), sessions.GetValueOrDefault((site, day)), ledger.GetValueOrDefault((site, day)));
            if (said != kept || kept != entered)
            {
                yield return (site, $"{day}: the site signed {said.Count} sessions and {said.Minutes} min, kept here are {kept.Count} and {kept.Minutes}, in the ledger {entered.Count} and {entered.Minutes}.");
            }
        }
    }

    private static IEnumerable<(string Site, string What)> Statements(HubTransaction from, string month)
    {
        var network = Ledger.Entries(from, month).Sum(entry => entry.Cents);
        var matrix = Ledger.Matrix(from, month);
        var sites = matrix.Select(row => row.Home).Union(matrix.Select(row => row.Visited)).Select(site => Statement.Of(from, site, month)).ToArray();
        var (due, owed) = (sites.Sum(statement => statement.DueCents), sites.Sum(statement => statement.OwedCents));
        if (due != network || owed != network)
        {
            yield return ("network", $"{month}: the ledger holds {network} cents, the statements say {due} due and {owed} owed.");
        }
    }

    private static Dictionary<(string Site, string Day), (long Count, long Minutes)> Sums(HubTransaction from, string sql, string month) => from
        .Read(sql, row => (Key: (row.GetString(0), row.GetString(1)), Sum: (row.GetInt64(2), row.GetInt64(3))), $"{month}-%")
        .ToDictionary(row => row.Key, row => row.Sum);
}
