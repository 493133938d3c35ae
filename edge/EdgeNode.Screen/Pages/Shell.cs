namespace EdgeNode.Screen;

/// <summary>What is around every page: its head, the ways to the other pages, the languages.</summary>
internal sealed class Shell(IReadOnlyList<(string Address, string Words)> links)
{
    private static readonly (string Path, string Key, Right Asks)[] Ways =
    [
        .. LivePage.All.Select(page => (page.Path, $"page.{page.Name}", page.Asks)),
        ("/accounts", "page.accounts", Right.KeepAccounts),
    ];

    /// <summary>A whole page.</summary>
    /// <param name="sight">Who looks at what.</param>
    /// <param name="path">Its address.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">Its markup.</param>
    /// <param name="live">Its name in the stream; null = it is not kept fresh.</param>
    public string Render(Sight sight, string path, string title, string body, string? live)
    {
        var phrases = sight.Phrases;
        var html = new Markup()
            .Raw($"<!doctype html><html lang=\"{phrases.Code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", null, title)
            .Raw("<link rel=\"icon\" href=\"/assets/icon.svg\"><link rel=\"stylesheet\" href=\"/assets/screen.css\"><script type=\"module\" src=\"/assets/screen.js\"></script></head><body")
            .Attribute("data-page", live ?? "").Attribute("data-lost", phrases["page.lost"]).Attribute("data-roll", sight.May(Right.SeePeople) ? LivePage.Roll.Path : "").Raw("><a class=\"skip\" href=\"#main\">").Text(phrases["page.skip"])
            .Raw("</a><header><div id=\"head\">").Raw(sight.Viewer is null ? "" : LivePage.Head.Render(sight)).Raw("</div>");
        Navigate(html, sight, path);
        return html.Raw($"</header><p id=\"lost\" role=\"status\" hidden></p><main id=\"main\"{(live is null ? " class=\"narrow\"" : $" class=\"{live}\"")}>")
            .Raw(body).Raw("</main></body></html>").ToString();
    }

    private void Navigate(Markup html, Sight sight, string path)
    {
        var phrases = sight.Phrases;
        html.Raw("<nav").Attribute("aria-label", phrases["page.ways"]).Raw(">");
        foreach (var (way, key, _) in Ways.Where(way => sight.May(way.Asks)))
        {
            html.Raw("<a").Attribute("href", way).Raw(way == path ? " aria-current=\"page\">" : ">").Text(phrases[key]).Raw("</a>");
        }

        foreach (var (address, words) in links)
        {
            html.Link(address, words);
        }

        html.Raw("</nav><nav").Attribute("aria-label", phrases["page.languages"]).Raw(">");
        foreach (var other in Phrases.All)
        {
            html.Raw($"<a lang=\"{other.Code}\" hreflang=\"{other.Code}\"{(other == phrases ? " aria-current=\"true\"" : "")}").Attribute("href", $"{path}?lang={other.Code}").Raw(">").Text(other["language"]).Raw("</a>");
        }

        if (sight.Viewer is { } viewer)
        {
            if (sight.May(Right.SeePeople))
            {
                html.Raw("<button type=\"button\" class=\"link\" id=\"roll-key\" aria-pressed=\"true\" hidden>").Text(phrases["page.rollKey"]).Raw("</button>");
            }

            html.Form("/sign-out", sight.Token).Button(phrases.Format("sign.out", viewer.Name), "link").Raw("</form>");
        }

        html.Raw("</nav>");
    }
}
