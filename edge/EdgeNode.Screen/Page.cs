using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>The whole page, as it is without script.</summary>
internal static class Page
{
    public static string Render(SiteView view, Phrases phrases, IEnumerable<(string Address, string Words)> links)
    {
        var html = new Markup()
            .Raw($"<!doctype html><html lang=\"{phrases.Code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", null, view.Name)
            .Raw("<link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/assets/screen.css\"><script type=\"module\" src=\"/assets/screen.js\"></script></head>")
            .Raw("<body data-lost=\"").Text(phrases["page.lost"]).Raw("\"><a class=\"skip\" href=\"#feed\">").Text(phrases["page.skip"]).Raw("</a><header>");
        Put(html, Regions.Head, view, phrases);
        html.Raw("<nav aria-label=\"").Text(phrases["page.languages"]).Raw("\">");
        foreach (var (address, words) in links)
        {
            html.Raw("<a href=\"").Text(address).Raw("\">").Text(words).Raw("</a>");
        }

        foreach (var other in Phrases.All)
        {
            html.Raw($"<a href=\"/?lang={other.Code}\" lang=\"{other.Code}\"{(other == phrases ? " aria-current=\"true\"" : "")}>").Text(other["language"]).Raw("</a>");
        }

        html.Raw("</nav></header><p id=\"lost\" role=\"status\" hidden></p><main>");
        foreach (var region in Regions.Main)
        {
            html.Raw("<section aria-labelledby=\"h-").Raw(region.Id).Raw("\"><h2 id=\"h-").Raw(region.Id).Raw("\">").Text(phrases[$"heading.{region.Id}"]).Raw("</h2>");
            Put(html, region, view, phrases);
            html.Raw("</section>");
        }

        return html.Raw("</main></body></html>").ToString();
    }

    private static void Put(Markup html, Region region, SiteView view, Phrases phrases) =>
        html.Raw("<div id=\"").Raw(region.Id).Raw(region == Regions.Feed ? "\" aria-live=\"polite\">" : "\">").Raw(region.Render(view, phrases)).Raw("</div>");
}
