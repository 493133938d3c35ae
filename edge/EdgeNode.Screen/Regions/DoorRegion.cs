using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>A tile for each door: lock, contact, alarm, reader.</summary>
internal static class DoorRegion
{
    public static string Render(Sight sight)
    {
        var html = new Markup().Raw("<ul class=\"tiles\">");
        foreach (var door in sight.View.Doors)
        {
            Tile(html, door, sight.Phrases);
        }

        return html.Raw("</ul>").ToString();
    }

    private static void Tile(Markup html, DoorView door, Phrases phrases)
    {
        var alarm = door.Alarm is DoorAlarm.DoorForcedOpen or DoorAlarm.DoorOpenTooLong;
        html.Raw(alarm ? "<li class=\"door alarm\">" : "<li class=\"door\">").Element("h3", null, door.Name);
        if (door.Alarm != DoorAlarm.Normal)
        {
            html.Element("p", alarm ? "shout" : "badge warn", phrases[$"alarm.{door.Alarm}"]);
        }

        html.Element("p", null, $"{phrases[door.Evacuating ? "lock.Evacuating" : $"lock.{door.Mode}"]}, {phrases[door.ContactFitted ? $"contact.{door.Contact}" : "contact.none"]}");
        DoorWarnings.Write(html, door, phrases);

        if (door.HostPrivate)
        {
            html.Element("p", "quiet", phrases["door.private"]);
        }

        html.Raw("</li>");
    }
}
