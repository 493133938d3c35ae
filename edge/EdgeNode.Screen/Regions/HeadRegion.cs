using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Name, time and how far it may be believed.</summary>
internal static class HeadRegion
{
    public static string Render(SiteView view, Phrases phrases)
    {
        var html = new Markup().Element("h1", null, view.Name)
            .Element("p", "now", view.LocalTime.ToString("dddd d MMMM, HH:mm", phrases.Culture));
        if (view.At.Trust != ClockTrust.Trusted)
        {
            html.Element("p", "badge warn", phrases[$"clock.{view.At.Trust}"]);
        }

        return html.ToString();
    }
}
