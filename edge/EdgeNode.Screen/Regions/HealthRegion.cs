using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>How the node is, in words; a mark and a word say which of three it is, not the colour alone.</summary>
internal static class HealthRegion
{
    public static string Render(SiteView view, Phrases phrases)
    {
        var health = view.Health;
        var html = new Markup().Raw("<ul class=\"health\">");
        Line(html, health.JournalTakesRecords ? "good" : "bad", phrases.Format(health.JournalTakesRecords ? "health.journal" : "health.journalFull", health.JournalDurable));
        Line(html, health.NetworkUp ? "good" : "fair", phrases[health.NetworkUp ? "health.network" : "health.offline"]);
        Line(html, health.Waiting < 1000 ? "good" : "fair", phrases.Format("health.waiting", health.Waiting));
        Line(html, health.DaysOwed < 2 ? "good" : "fair", phrases.Format("health.days", health.DaysOwed));
        Line(html, health.PolicyVersion > 0 ? "good" : "bad", phrases.Format(health.PolicyVersion > 0 ? "health.policy" : "health.noPolicy", health.PolicyVersion));
        Line(html, view.At.Trust == ClockTrust.Trusted ? "good" : "fair", phrases[$"clock.{view.At.Trust}"]);
        foreach (var desk in view.Desks)
        {
            if (desk.Sensor is { Warning: not SensorWarning.None and var warning } sensor)
            {
                Line(html, "fair", phrases.Format($"health.sensor.{warning}", desk.Name, sensor.Battery ?? 0));
            }
        }

        // Rare troubles of the node's inside, told with their cure in the one language of its log.
        foreach (var problem in health.Problems)
        {
            Line(html, "bad", problem, " lang=\"en\"");
        }

        return html.Raw("</ul>").ToString();
    }

    private static void Line(Markup html, string tone, string text, string language = "")
    {
        var mark = tone switch { "good" => "✓", "fair" => "~", _ => "!" };
        html.Raw($"<li class=\"{tone}\"><span class=\"glyph\" aria-hidden=\"true\">{mark}</span><span{language}>").Text(text).Raw("</span></li>");
    }
}
