using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>What just happened, and why.</summary>
internal static class FeedRegion
{
    private const int Shown = 14;

    public static string Render(SiteView view, Phrases phrases)
    {
        var html = new Markup().Raw("<ol class=\"feed\">");
        foreach (var item in view.Feed.Where(item => !FactWords.IsNoise(item.Fact)).Take(Shown))
        {
            var (text, detail, tone) = FactWords.Of(item, phrases);
            html.Raw("<li class=\"").Raw(tone).Raw("\"><time>").Text(item.LocalTime.ToString("HH:mm:ss", phrases.Culture)).Raw("</time><div>")
                .Element("p", null, text);
            foreach (var line in detail)
            {
                html.Element("p", "quiet", line);
            }

            html.Raw("</div></li>");
        }

        return html.Raw("</ol>").ToString();
    }
}
