using System.Globalization;

namespace EdgeNode.Screen;

/// <summary>The roll call by zone and name, how sure it is, and in a counting who is still missing.</summary>
internal static class RollRegion
{
    public static string Render(Sight sight)
    {
        if (sight.Roll is not { } sheet)
        {
            return "";
        }

        var (html, phrases) = (new Markup(), sight.Phrases);
        Standing(html, sheet, sight);
        html.Element("p", "quiet", phrases.Format("roll.sure", sheet.Lines.Count(line => !line.Seen.HasLeft), sheet.Call.SeenLastHour, sheet.Call.DesksInUse, sheet.Call.Count.Least, sheet.Call.Count.Most));
        foreach (var zone in sheet.Lines.GroupBy(line => line.Seen.Zone))
        {
            html.Element("h3", null, zone.Key.Length > 0 ? zone.Key : phrases["roll.nowhere"]).Raw("<ul class=\"roll\">");
            foreach (var line in zone)
            {
                Person(html, line, sheet.Muster, sight);
            }

            html.Raw("</ul>");
        }

        if (sheet.Lines.IsEmpty)
        {
            html.Element("p", null, phrases["roll.nobody"]);
        }

        return html.ToString();
    }

    private static void Standing(Markup html, RollSheet sheet, Sight sight)
    {
        var phrases = sight.Phrases;
        if (sheet.Muster is not { } muster)
        {
            html.Raw("<p class=\"ways\">");
        }
        else
        {
            var missing = sheet.Lines.Count(line => line.Found is null && !line.Seen.HasLeft);
            var since = (sheet.Call.AlarmSince ?? muster.Since.ToOffset(sight.View.LocalTime.Offset)).ToString("HH:mm", phrases.Culture);
            html.Element("p", muster.Drilled is null ? "badge alarm" : "badge warn", phrases.Format(muster.Drilled is null ? "roll.alarm" : "roll.drill", since))
                .Element("p", "shout", phrases.Format("roll.missing", missing, sheet.Lines.Length)).Raw("<p class=\"ways\">");
        }

        html.Link("/roll-call.csv", phrases["roll.csv"]).Raw(" <button type=\"button\" class=\"quiet\" data-print hidden>").Text(phrases["roll.print"]).Raw("</button></p>");
        if (sheet.Call.AlarmSince is null)
        {
            html.Form(sheet.Muster is null ? "/roll-call/drill" : "/roll-call/drill-over", sight.Token)
                .Button(phrases[sheet.Muster is null ? "roll.begin" : "roll.end"], "quiet").Raw("</form>");
        }
    }

    private static void Person(Markup html, RollLine line, Muster? muster, Sight sight)
    {
        var (phrases, seen) = (sight.Phrases, line.Seen);
        html.Raw(line.Found is not null ? "<li class=\"safe\">" : seen.HasLeft ? "<li class=\"left\">" : "<li>").Raw("<span><b>").Text(line.Name ?? phrases["roll.unnamed"]).Raw("</b> <small>")
            .Text(string.Join(", ", Details(line, phrases))).Raw("</small></span>");
        if (muster is not null)
        {
            html.Form("/roll-call/mark", sight.Token, stays: true).Hidden("person", seen.Holder.Value).Hidden("safe", line.Found is null ? "yes" : "no")
                .Raw("<button").Attribute("id", $"mark-{seen.Holder.Value}").Raw(line.Found is null ? ">" : " class=\"quiet\">")
                .Text(line.Found is { } found ? phrases.Format("roll.found", found.At.ToOffset(sight.View.LocalTime.Offset).ToString("HH:mm", phrases.Culture)) : phrases["roll.safe"])
                .Raw("<span class=\"unseen\"> ").Text(line.Name ?? seen.Holder.Value).Raw("</span></button></form>");
        }
        else if (line.Name is null)
        {
            html.Form("/roll-call/name", sight.Token).Hidden("person", seen.Holder.Value).Field(phrases["roll.name"], "name", "text", "off")
                .Button(phrases["roll.keep"], "quiet").Raw("</form>");
        }

        html.Raw("</li>");
    }

    private static IEnumerable<string> Details(RollLine line, Phrases phrases)
    {
        var seen = line.Seen;
        if (line.Name is null)
        {
            yield return phrases.Format("roll.reference", seen.Holder.Value);
        }

        yield return phrases.Format(seen.HasLeft ? "roll.left" : "roll.seen", seen.LocalTime.ToString("HH:mm", phrases.Culture));
        if (seen.Seat is { } seat)
        {
            yield return seat;
        }
    }

    /// <summary>The same as rows of a table.</summary>
    public static IEnumerable<IEnumerable<string>> Rows(RollSheet sheet, Phrases phrases) =>
    [
        [phrases["roll.column.name"], phrases["roll.column.reference"], phrases["roll.column.zone"], phrases["roll.column.seen"], phrases["roll.column.seat"], phrases["roll.column.safe"]],
        .. sheet.Lines.Select(line => (string[])
        [
            line.Name ?? "", line.Seen.Holder.Value, line.Seen.Zone, Time(line.Seen.LocalTime), line.Seen.Seat ?? "",
            line.Found is { } found ? Time(found.At.ToOffset(line.Seen.LocalTime.Offset)) : "",
        ]),
    ];

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
