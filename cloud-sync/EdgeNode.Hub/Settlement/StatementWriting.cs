using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace EdgeNode.Hub;

/// <summary>Statements for spreadsheets and for paper. They name no holder.</summary>
public static class StatementWriting
{
    /// <summary>CSV as a Belgian spreadsheet opens it: semicolons, a comma for the cents, and the mark that says UTF-8.</summary>
    public static string Csv(Statement statement)
    {
        var text = new StringBuilder("\ufeffsite;month;state;other;due_hours;due_eur;owed_hours;owed_eur\r\n");
        foreach (var row in statement.Rows)
        {
            Line(text, statement, row);
        }

        Line(text, statement, new("total", statement.Rows.Sum(row => row.DueMinutes), statement.DueCents, statement.Rows.Sum(row => row.OwedMinutes), statement.OwedCents));
        return text.ToString();
    }

    /// <summary>A page to print.</summary>
    public static string Page(Statement statement)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Statement</title>")
            .Append("<style>body{font:11pt sans-serif;margin:2cm}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #999;padding:.3em;text-align:right}td:first-child,th:first-child{text-align:left}@page{size:A4}</style></head><body>")
            .Append(CultureInfo.InvariantCulture, $"<h1>Statement {Safe(statement.Site)}, {Safe(statement.Month)}</h1>")
            .Append(statement.Closed ? "<p>Final: this month is closed and its figures never change.</p>" : "<p><strong>Draft</strong>: the month is open, figures may still grow.</p>")
            .Append("<table><thead><tr><th>Other site</th><th>Their hours here</th><th>Due, EUR</th><th>Our hours there</th><th>Owed, EUR</th></tr></thead><tbody>");
        foreach (var row in statement.Rows)
        {
            Cells(page, row.Other == statement.Site ? "own members at home" : row.Other, Hours(row.DueMinutes), Euros(row.DueCents), Hours(row.OwedMinutes), Euros(row.OwedCents));
        }

        Cells(page, "Total", "", Euros(statement.DueCents), "", Euros(statement.OwedCents));
        page.Append("</tbody></table>").Append(CultureInfo.InvariantCulture, $"<p><strong>Balance: {Euros(statement.BalanceCents)} EUR</strong></p>");
        foreach (var entry in statement.Corrections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>Correction of usage of {Safe(entry.Day)}: {Euros(entry.Cents)} EUR. {Safe(entry.Reason)}</p>");
        }

        return page.Append("</body></html>").ToString();
    }

    private static void Line(StringBuilder text, Statement statement, StatementRow row) => text.Append(
        CultureInfo.InvariantCulture,
        $"{statement.Site};{statement.Month};{(statement.Closed ? "final" : "draft")};{row.Other};{Hours(row.DueMinutes)};{Comma(row.DueCents)};{Hours(row.OwedMinutes)};{Comma(row.OwedCents)}\r\n");

    private static void Cells(StringBuilder page, params string[] cells)
    {
        page.Append("<tr>");
        foreach (var cell in cells)
        {
            page.Append("<td>").Append(Safe(cell)).Append("</td>");
        }

        page.Append("</tr>");
    }

    private static string Hours(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? "-" : "")}{Math.Abs(minutes) / 60}:{Math.Abs(minutes) % 60:00}");

    private static string Euros(long cents) => string.Create(CultureInfo.InvariantCulture, $"{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100}.{Math.Abs(cents) % 100:00}");

    private static string Comma(long cents) => Euros(cents).Replace('.', ',');

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
