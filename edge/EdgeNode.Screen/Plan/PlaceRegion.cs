namespace EdgeNode.Screen;

/// <summary>The table that says what the plan shows, for whoever does not see it.</summary>
internal static class PlaceRegion
{
    public static string Render(Sight sight)
    {
        var phrases = sight.Phrases;
        var html = new Markup().Raw("<table class=\"places\"><thead><tr>");
        foreach (var column in (string[])["plan.place", "plan.state"])
        {
            html.Raw("<th scope=\"col\">").Text(phrases[column]).Raw("</th>");
        }

        html.Raw("</tr></thead><tbody>");
        foreach (var place in Places.Of(sight.View, phrases))
        {
            html.Raw("<tr><th scope=\"row\">").Text(place.Name).Raw(" ").Element("small", null, phrases[$"plan.{place.Kind}"]).Raw("</th>")
                .Raw($"<td><span class=\"sign {place.Look}\" aria-hidden=\"true\">").Text(place.Glyph).Raw("</span> ")
                .Text(place.More is { } more ? $"{place.Words}, {more}" : place.Words).Raw("</td></tr>");
        }

        return html.Raw("</tbody></table>").ToString();
    }
}
