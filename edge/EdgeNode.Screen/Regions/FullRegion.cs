using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>How full the site is. Unknown is counted as unknown.</summary>
internal static class FullRegion
{
    /// <summary>Desks that may be taken now; those of which nothing is known are not among them.</summary>
    public static int FreeDesks(SiteView view) => view.Desks.Count(desk => desk.Status is DeskStatus.Free or DeskStatus.NoShow);

    public static string Render(SiteView view, Phrases phrases)
    {
        var desks = view.Desks.CountBy(desk => desk.Status).ToDictionary();
        var taken = desks.GetValueOrDefault(DeskStatus.Occupied) + desks.GetValueOrDefault(DeskStatus.OccupiedWithoutBooking);
        var html = new Markup().Raw("<dl class=\"figures\">");
        Figure(html, phrases, FreeDesks(view), "full.free", lead: true);
        Figure(html, phrases, taken, "full.taken");
        Figure(html, phrases, desks.GetValueOrDefault(DeskStatus.Booked), "full.booked");
        Figure(html, phrases, desks.GetValueOrDefault(DeskStatus.Unknown), "full.unknown");
        Figure(html, phrases, view.Rooms.Count(room => room.Status is DeskStatus.Free or DeskStatus.NoShow), "full.rooms");
        Figure(html, phrases, view.Visitors, "full.visitors");
        Figure(html, view.People.Likely.ToString(phrases.Culture), phrases.Format("full.people", view.People.Least, view.People.Most), lead: false);
        Figure(html, phrases, view.Expected, "full.expected");
        return html.Raw("</dl>").ToString();
    }

    private static void Figure(Markup html, Phrases phrases, int count, string key, bool lead = false) =>
        Figure(html, count.ToString(phrases.Culture), phrases[key], lead);

    private static void Figure(Markup html, string figure, string words, bool lead) => html
        .Raw(lead ? "<div class=\"lead\">" : "<div>")
        .Element("dt", null, words)
        .Element("dd", null, figure)
        .Raw("</div>");
}
