using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Every desk and room by colour, glyph and word; a list of the same for those who do not see it.</summary>
internal static class DeskRegion
{
    private static readonly Dictionary<DeskStatus, (string Class, string Glyph)> Looks = new()
    {
        [DeskStatus.Free] = ("free", "○"),
        [DeskStatus.Booked] = ("booked", "◷"),
        [DeskStatus.Occupied] = ("occupied", "●"),
        [DeskStatus.OccupiedWithoutBooking] = ("occupied unbooked", "●!"),
        [DeskStatus.NoShow] = ("noshow", "✕"),
        [DeskStatus.Unknown] = ("unknown", "?"),
    };

    public static string Render(SiteView view, Phrases phrases)
    {
        var html = new Markup().Raw("<ul class=\"desks\">");
        foreach (var desk in view.Desks)
        {
            Seat(html, desk.Name, desk.Status, phrases, null);
        }

        html.Raw("</ul>").Element("h3", null, phrases["desks.rooms"]).Raw("<ul class=\"desks\">");
        foreach (var room in view.Rooms)
        {
            var until = room.Until is { } time ? phrases.Format(room.Status == DeskStatus.Free ? "room.from" : "room.until", time.ToString("HH:mm", phrases.Culture)) : null;
            Seat(html, room.Name, room.Status, phrases, until);
        }

        return html.Raw("</ul>").ToString();
    }

    private static void Seat(Markup html, string name, DeskStatus status, Phrases phrases, string? more)
    {
        var (@class, glyph) = Looks[status];
        html.Raw($"<li class=\"seat {@class}\"><span class=\"glyph\" aria-hidden=\"true\">{glyph}</span>")
            .Element("b", null, name).Raw(" ").Element("span", null, phrases[$"desk.{status}"]);
        if (more is not null)
        {
            html.Raw(" ").Element("small", null, more);
        }

        html.Raw("</li>");
    }
}
