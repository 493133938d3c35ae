namespace EdgeNode.Core;

/// <summary>The name of the place that a fact speaks of.</summary>
internal static class PlaceNames
{
    public static string Of(JournalFact fact, SitePlan plan) => fact switch
    {
        JournalFact.AccessGranted granted => Door(granted.Door, plan),
        JournalFact.AccessDenied denied => AccessPoint(denied.AccessPoint, plan),
        JournalFact.AccessTaken taken => Door(taken.Door, plan),
        JournalFact.AccessNotTaken notTaken => Door(notTaken.Door, plan),
        JournalFact.PassedBack passedBack => AccessPoint(passedBack.AccessPoint, plan),
        JournalFact.ReaderPaused paused => AccessPoint(paused.AccessPoint, plan),
        JournalFact.Duress duress => AccessPoint(duress.AccessPoint, plan),
        JournalFact.ReadDropped dropped => AccessPoint(dropped.AccessPoint, plan),
        JournalFact.ReadRejected rejected => AccessPoint(rejected.AccessPoint, plan),
        JournalFact.ReaderLink link => AccessPoint(link.AccessPoint, plan),
        JournalFact.ExitRequested exit => Door(exit.Door, plan),
        JournalFact.DoorContact contact => Door(contact.Door, plan),
        JournalFact.DoorAlarmChanged alarm => Door(alarm.Door, plan),
        JournalFact.DoorCommanded commanded => Door(commanded.Door, plan),
        JournalFact.DoorAcceptanceChanged told => Door(told.Door, plan),
        JournalFact.Instructed { Resource: { } resource } => Resource(resource, plan),
        JournalFact.Instructed { Badge: { } badge } => badge.Value,
        JournalFact.LoanChanged loan => loan.Badge.Value,
        JournalFact.PossiblyTwo two => Door(two.Door, plan),
        JournalFact.StrikeCut cut => Door(cut.Door, plan),
        JournalFact.DoorWireChanged wire => Door(wire.Door, plan),
        JournalFact.ReaderTroubleChanged trouble => AccessPoint(trouble.AccessPoint, plan),
        JournalFact.RemoteUnlock remote => Door(remote.Door, plan),
        JournalFact.DeskChanged { Desk: { } desk } => Resource(desk, plan),
        JournalFact.SensorStuck stuck => Resource(stuck.Desk, plan),
        JournalFact.DeskDay day => Resource(day.Desk, plan),
        JournalFact.BookingCheckedIn arrived => Resource(arrived.Resource, plan),
        JournalFact.BookingReleased released => Resource(released.Resource, plan),
        JournalFact.SeatHeld held => Resource(held.Resource, plan),
        JournalFact.HoldEnded ended => Resource(ended.Resource, plan),
        JournalFact.NoSeatLeft none => Resource(none.Resource, plan),
        JournalFact.NotExtended refused => Resource(refused.Resource, plan),
        JournalFact.SessionOpened { Resource: { } resource } => Resource(resource, plan),
        JournalFact.SessionClosed { Resource: { } resource } => Resource(resource, plan),
        _ => "",
    };

    /// <summary>The door of what the screen can help with: refusals, alarms, readers, commands.</summary>
    public static DoorId? DoorOf(JournalFact fact, SitePlan plan) => fact switch
    {
        JournalFact.AccessDenied denied => plan.FindAccessPoint(denied.AccessPoint)?.Door,
        JournalFact.ReaderLink link => plan.FindAccessPoint(link.AccessPoint)?.Door,
        JournalFact.DoorAlarmChanged alarm => alarm.Door,
        JournalFact.DoorCommanded commanded => commanded.Door,
        JournalFact.DoorAcceptanceChanged told => told.Door,
        JournalFact.StrikeCut cut => cut.Door,
        JournalFact.DoorWireChanged wire => wire.Door,
        JournalFact.ReaderTroubleChanged trouble => plan.FindAccessPoint(trouble.AccessPoint)?.Door,
        _ => null,
    };

    private static string AccessPoint(AccessPointId id, SitePlan plan) =>
        plan.FindAccessPoint(id) is { } point ? Door(point.Door, plan) : id.Value;

    private static string Door(DoorId id, SitePlan plan) => plan.FindDoor(id)?.Name ?? id.Value;

    /// <summary>The name of a desk or room.</summary>
    public static string Resource(ResourceId id, SitePlan plan) =>
        plan.Site.Desks.FirstOrDefault(desk => desk.Id == id)?.Name
        ?? plan.Site.Rooms.FirstOrDefault(room => room.Id == id)?.Name
        ?? id.Value;
}
