using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Each refusal in plain words: what, every reason, what to do, and the button that does it.</summary>
internal static class RefusalRegion
{
    private const int Shown = 30;

    public static string Render(Sight sight)
    {
        var denied = sight.View.Feed.Where(item => item.Fact is JournalFact.AccessDenied).Take(Shown).ToList();
        if (denied.Count == 0)
        {
            return new Markup().Element("p", "quiet", sight.Phrases["refused.none"]).ToString();
        }

        var html = new Markup().Raw("<ul class=\"cards\">");
        foreach (var item in denied)
        {
            var (text, detail, _) = FactWords.Of(item, sight.Phrases);
            html.Raw("<li>").Element("h3", null, $"{item.LocalTime.ToString("ddd HH:mm:ss", sight.Phrases.Culture)} · {text}");
            foreach (var line in detail)
            {
                html.Element("p", null, line);
            }

            if (sight.May(Right.OperateDoors))
            {
                Button(html, item, (JournalFact.AccessDenied)item.Fact, sight.Phrases);
            }

            html.Raw("</li>");
        }

        return html.Raw("</ul>").ToString();
    }

    private static void Button(Markup html, FeedItem item, JournalFact.AccessDenied denied, Phrases phrases)
    {
        var address = (Fixes.Of(denied), item.Door) switch
        {
            (Fix.LetInOnce, { } door) => DoorPages.Address(door, DoorAction.OpenOnce),
            (Fix.Forgive, _) => string.Create(CultureInfo.InvariantCulture, $"/refused/{item.Sequence}"),
            (Fix.ChangeMode, _) => "/doors",
            _ => null,
        };
        if (address is not null)
        {
            html.Raw("<p><a class=\"do quiet\"").Attribute("href", address).Raw(">").Text(phrases[$"fix.{Fixes.Of(denied)}"]).Raw("</a></p>");
        }
    }
}
