using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Each door: how lock and contact stand together, who set its mode, and what can be done with it.</summary>
internal static class LockRegion
{
    public static string Render(Sight sight)
    {
        var html = new Markup();
        if (sight.View.Doors.Any(door => door.Evacuating))
        {
            html.Raw("<p class=\"badge alarm\">").Text(sight.Phrases["evacuation.on"]).Raw("</p>");
            if (sight.May(Right.OperateDoors))
            {
                html.Raw("<p>").Link("/evacuation", sight.Phrases["evacuation.end"], "do").Raw("</p>");
            }
        }

        html.Raw("<ul class=\"tiles\">");
        foreach (var door in sight.View.Doors)
        {
            Tile(html, door, sight);
        }

        return html.Raw("</ul>").ToString();
    }

    private static void Tile(Markup html, DoorView door, Sight sight)
    {
        var phrases = sight.Phrases;
        html.Raw($"<li class=\"door {Tone(door)}\">").Element("h3", null, door.Name).Raw("<dl class=\"pairs\">");
        Pair(html, phrases["locks.lock"], phrases[door.Evacuating ? "lock.Evacuating" : $"lock.{door.Mode}"]);
        Pair(html, phrases["locks.contact"], phrases[door.ContactFitted ? $"contact.{door.Contact}" : "contact.none"]);
        Pair(html, phrases["locks.means"], phrases[$"matrix.{LockMatrix.Of(door)}"]);
        if (LastSet(sight.View, door.Id) is { } set && set.Fact is JournalFact.DoorCommanded commanded)
        {
            Pair(html, phrases["locks.by"], phrases.Format($"by.{commanded.Source}", set.LocalTime.ToString("ddd HH:mm", phrases.Culture)));
        }

        html.Raw("</dl>");
        DoorWarnings.Write(html, door, phrases);

        if (sight.May(Right.OperateDoors))
        {
            Actions(html, door, sight);
        }

        html.Raw("</li>");
    }

    private static void Actions(Markup html, DoorView door, Sight sight)
    {
        html.Raw("<p class=\"actions\">");
        foreach (var action in DoorActions.Of(door))
        {
            html.Raw("<a class=\"do quiet\"").Attribute("href", DoorPages.Address(door.Id, action))
                .Attribute("aria-label", $"{sight.Phrases[$"action.{action}"]}: {door.Name}").Raw(">").Text(sight.Phrases[$"action.{action}"]).Raw("</a> ");
        }

        html.Raw("</p>");
        if (DoorActions.Undo(sight.View, door.Id, sight.Viewer!.Ref) is var (undo, record))
        {
            html.Form(DoorPages.Address(door.Id, undo), sight.Token).Hidden("reason", $"{CommandReason.Over}")
                .Hidden("undoes", string.Create(CultureInfo.InvariantCulture, $"{record}")).Button(sight.Phrases[$"undo.{undo}"]).Raw("</form>");
        }
    }

    private static void Pair(Markup html, string name, string value) => html.Raw("<div>").Element("dt", null, name).Element("dd", null, value).Raw("</div>");

    private static FeedItem? LastSet(SiteView view, DoorId door) =>
        view.Feed.FirstOrDefault(item => item.Door == door && item.Fact is JournalFact.DoorCommanded { Taken: true, Command: not DoorCommand.Access });

    private static string Tone(DoorView door) => door.Alarm is DoorAlarm.DoorForcedOpen or DoorAlarm.DoorOpenTooLong ? "alarm" : "";
}
