using System.Globalization;

namespace EdgeNode.Screen;

/// <summary>What was wrong with doors, grouped; what goes on, and nobody has seen to yet, is first.</summary>
internal static class IncidentRegion
{
    private const int Shown = 20;

    public static string Render(Sight sight)
    {
        var phrases = sight.Phrases;
        var incidents = Incidents.Of(sight.View.Feed).Take(Shown).ToList();
        if (incidents.Count == 0)
        {
            return new Markup().Element("p", "quiet", phrases["incidents.none"]).ToString();
        }

        var html = new Markup().Raw("<ul class=\"cards\">");
        foreach (var incident in incidents)
        {
            Card(html, incident, sight);
        }

        return html.Raw("</ul>").ToString();
    }

    private static void Card(Markup html, Incident incident, Sight sight)
    {
        var phrases = sight.Phrases;
        var note = sight.Notes.GetValueOrDefault(incident.Number);
        var alarm = incident.EndedAt is null && incident.Kind is not (IncidentKind.ReaderLost or IncidentKind.StrikeCut);
        html.Raw(alarm ? "<li class=\"alarm\">" : "<li>")
            .Element("h3", null, phrases.Format($"incident.{incident.Kind}", incident.Place))
            .Element("p", null, phrases.Format("incident.when", Clock(incident.First, phrases), incident.Times))
            .Element("p", null, incident.EndedAt is { } ended ? phrases.Format("incident.ended", Clock(ended, phrases)) : phrases["incident.open"]);
        var mayAct = sight.May(Right.OperateDoors);
        var seen = note is null ? "" : Clock(note.At.ToOffset(sight.View.LocalTime.Offset), phrases);
        if (note is not null && mayAct)
        {
            html.Element("p", null, phrases.Format("incident.seen", note.By, seen)).Element("p", null, note.Text);
        }
        else if (note is not null)
        {
            // Whoever only looks, a screen on a wall too, sees nobody's name and no free text.
            html.Element("p", null, phrases.Format("incident.seenAt", seen));
        }
        else if (mayAct)
        {
            html.Raw("<p>").Link(string.Create(CultureInfo.InvariantCulture, $"/incidents/{incident.Number}"), phrases["incident.see"], "do quiet").Raw("</p>");
        }

        html.Raw("</li>");
    }

    private static string Clock(DateTimeOffset at, Phrases phrases) => at.ToString("ddd HH:mm", phrases.Culture);
}
