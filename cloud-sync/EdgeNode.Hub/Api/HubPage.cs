using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace EdgeNode.Hub;

/// <summary>The operator's plain page: sites, totals, alerts.</summary>
internal static class HubPage
{
    public static string Render(IReadOnlyList<SiteRow> sites, IReadOnlyList<TotalRow> totals, IReadOnlyList<string> alerts)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>EdgeNode hub</title></head><body><main><h1>Network</h1>");
        Table(page, "Sites", ["site", "online", "last seen", "policy", "not yet blocked", "last usage day", "days owed", "clock", "alarms"], sites.Select(site => new[]
        {
            site.Name, site.Online ? "online" : "offline", site.Seen?.ToString("u", CultureInfo.InvariantCulture) ?? "never",
            site.PolicyInForce < site.PolicyWanted ? $"{Number(site.PolicyInForce)}, not yet {Number(site.PolicyWanted)}" : Number(site.PolicyInForce),
            string.Join(", ", site.NotYetBlocked),
            site.LastSealedDay ?? "none", site.DaysOwed is { } owed ? Number(owed) : "unknown", site.Clock ?? "unknown", string.Join("; ", site.Alarms),
        }));
        Table(page, "Usage: home and visited site", ["home", "visited", "sessions", "minutes", "of these estimated"], totals.Select(row => new[]
        {
            row.Home, row.Visited, Number(row.Sessions), Number(row.Minutes), Number(row.EstimatedMinutes),
        }));
        Table(page, "Refused", ["what"], alerts.Select(alert => new[] { alert }));
        return page.Append("</main></body></html>").ToString();
    }

    private static void Table(StringBuilder page, string title, string[] head, IEnumerable<string[]> rows)
    {
        page.Append("<h2>").Append(title).Append("</h2><table><thead>");
        Row(page, "th", head);
        page.Append("</thead><tbody>");
        foreach (var row in rows)
        {
            Row(page, "td", row);
        }

        page.Append("</tbody></table>");
    }

    private static void Row(StringBuilder page, string cell, string[] texts)
    {
        page.Append("<tr>");
        foreach (var text in texts)
        {
            page.Append('<').Append(cell).Append('>').Append(HtmlEncoder.Default.Encode(text)).Append("</").Append(cell).Append('>');
        }

        page.Append("</tr>");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
