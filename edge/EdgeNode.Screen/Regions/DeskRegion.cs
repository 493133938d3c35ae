using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Every desk and room by colour, glyph and word; a list of the same for those who do not see it.</summary>
internal static class DeskRegion
{
    public static string Render(SiteView view, Phrases phrases)
    {
        var html = new Markup();
        List(html, Places.Desks(view, phrases));
        html.Element("h3", null, phrases["desks.rooms"]);
        List(html, Places.Rooms(view, phrases));
        return html.ToString();
    }

    private static void List(Markup html, IEnumerable<Place> places)
    {
        html.Raw("<ul class=\"desks\">");
        foreach (var place in places)
        {
            html.Raw($"<li class=\"seat {place.Look}\"><span class=\"glyph\" aria-hidden=\"true\">{place.Glyph}</span>")
                .Element("b", null, place.Name).Raw(" ").Element("span", null, place.Words);
            if (place.More is { } more)
            {
                html.Raw(" ").Element("small", null, more);
            }

            html.Raw("</li>");
        }

        html.Raw("</ul>");
    }
}
