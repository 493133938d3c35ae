using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>How every desk, room and door stands: by colour, sign and word, never by colour alone.</summary>
internal static class Places
{
    private static readonly Dictionary<DeskStatus, (string Look, string Glyph)> Looks = new()
    {
        [DeskStatus.Free] = ("free", "○"),
        [DeskStatus.Booked] = ("booked", "◷"),
        [DeskStatus.Occupied] = ("occupied", "●"),
        [DeskStatus.OccupiedWithoutBooking] = ("occupied unbooked", "●!"),
        [DeskStatus.NoShow] = ("noshow", "✕"),
        [DeskStatus.Unknown] = ("unknown", "?"),
    };

    public static IEnumerable<Place> Of(SiteView view, Phrases phrases) => [.. Desks(view, phrases), .. Rooms(view, phrases), .. Doors(view, phrases)];

    public static IEnumerable<Place> Desks(SiteView view, Phrases phrases) => view.Desks.Select(desk => Seat(PlanKind.Desk, desk.Id, desk.Name, desk.Status, phrases));

    public static IEnumerable<Place> Rooms(SiteView view, Phrases phrases) => view.Rooms.Select(room => Seat(PlanKind.Room, room.Id, room.Name, room.Status, phrases) with
    {
        More = room.Until is { } time ? phrases.Format(room.Status == DeskStatus.Free ? "room.from" : "room.until", time.ToString("HH:mm", phrases.Culture)) : null,
    });

    private static IEnumerable<Place> Doors(SiteView view, Phrases phrases) => view.Doors.Select(door =>
    {
        var (look, glyph) = door.Alarm is DoorAlarm.DoorForcedOpen or DoorAlarm.DoorOpenTooLong ? ("alarm", "!")
            : LockMatrix.IsReleased(door) ? ("released", "□")
            : ("shut", "■");
        var words = look == "alarm" ? phrases[$"alarm.{door.Alarm}"] : phrases[door.Evacuating ? "lock.Evacuating" : $"lock.{door.Mode}"];
        return new Place(PlanKind.Door, door.Id.Value, door.Name, look, glyph, words);
    });

    private static Place Seat(PlanKind kind, ResourceId id, string name, DeskStatus status, Phrases phrases) =>
        new(kind, id.Value, name, Looks[status].Look, Looks[status].Glyph, phrases[$"desk.{status}"]);
}
