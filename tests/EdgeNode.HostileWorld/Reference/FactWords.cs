using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>A journalled fact in the words in which the reference expects it. A kind that the reference does not know has none, and is not compared.</summary>
internal static class FactWords
{
    public static string? Of(JournalFact fact) => fact switch
    {
        JournalFact.SiteStarted => "SiteStarted",
        JournalFact.DayClosed closed => string.Create(CultureInfo.InvariantCulture, $"DayClosed {closed.Day:o}"),
        JournalFact.ClockJumped jumped => $"ClockJumped {jumped.Milliseconds}",
        JournalFact.PolicyApplied applied => $"PolicyApplied {applied.Version}",
        JournalFact.UsageAcknowledged acknowledged => string.Create(CultureInfo.InvariantCulture, $"UsageAcknowledged {acknowledged.Day:o}"),
        JournalFact.DeskChanged changed => $"DeskChanged {changed.Desk?.Value} {changed.Occupancy}",
        JournalFact.BookingCheckedIn arrived => $"BookingCheckedIn {arrived.Resource.Value} {arrived.Evidence}{Who(fact)}",
        JournalFact.BookingReleased released => $"BookingReleased {released.Resource.Value}{Who(fact)}",
        JournalFact.SessionOpened opened =>
            $"SessionOpened {opened.Session} {opened.Home.Value} {opened.Resource?.Value ?? "-"} {At(opened.Start)} {At(opened.MustEndBy)}{Who(fact)}",
        JournalFact.SessionClosed closed =>
            $"SessionClosed {closed.Session} {closed.Home.Value} {closed.Resource?.Value ?? "-"} {At(closed.Start)} {At(closed.End)} {closed.Class} [{closed.Evidence.ToString().Replace(",", "", StringComparison.Ordinal)}]{Who(fact)}",
        JournalFact.SensorStuck stuck => $"SensorStuck {stuck.Desk.Value} {stuck.Trouble}",
        JournalFact.SeatHeld held => $"SeatHeld {held.Resource.Value} {At(held.Start)} {At(held.End)} {held.Why}{Who(fact)}",
        JournalFact.HoldEnded ended => $"HoldEnded {ended.Resource.Value} {ended.Why}{Who(fact)}",
        JournalFact.NoSeatLeft left => $"NoSeatLeft {left.Resource.Value}{Who(fact)}",
        _ => AtTheDoor(fact),
    };

    public static long At(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    private static string? AtTheDoor(JournalFact fact) => fact switch
    {
        JournalFact.AccessGranted granted =>
            $"AccessGranted {granted.AccessPoint.Value} {granted.Door.Value} {granted.Basis} v{granted.Policy}{Who(fact)}",
        JournalFact.AccessDenied denied =>
            $"AccessDenied {denied.AccessPoint.Value} {denied.Reason} [{string.Join(' ', denied.All)}] {(denied.OpensAt is { } at ? At(at) : "-")} v{denied.Policy}{Who(fact)}",
        JournalFact.AccessTaken taken => $"AccessTaken {taken.Door.Value} {taken.Direction}{Who(fact)}",
        JournalFact.AccessNotTaken notTaken => $"AccessNotTaken {notTaken.Door.Value}{Who(fact)}",
        JournalFact.ReadDropped dropped => $"ReadDropped {dropped.AccessPoint.Value} {dropped.Reason}",
        JournalFact.ReadRejected rejected => $"ReadRejected {rejected.AccessPoint.Value} {rejected.Fault}",
        JournalFact.ReaderLink link => $"ReaderLink {link.AccessPoint.Value} {link.Up}",
        JournalFact.ExitRequested exit => $"ExitRequested {exit.Door.Value}",
        JournalFact.DoorContact contact => $"DoorContact {contact.Door.Value} {contact.Contact}",
        JournalFact.DoorAlarmChanged alarm => $"DoorAlarmChanged {alarm.Door.Value} {alarm.Alarm}",
        JournalFact.DoorCommanded commanded =>
            $"DoorCommanded {commanded.Door.Value} {commanded.Command} {commanded.Taken} {commanded.Before} {commanded.After}{Who(fact)}",
        JournalFact.PassedBack passed => $"PassedBack {passed.AccessPoint.Value}{Who(fact)}",
        JournalFact.PassbackForgiven => $"PassbackForgiven{Who(fact)}",
        JournalFact.ReaderPaused paused => $"ReaderPaused {paused.AccessPoint.Value} {paused.Seconds}",
        JournalFact.PossiblyTwo two => $"PossiblyTwo {two.Door.Value}{Who(fact)}",
        JournalFact.EvacuationStarted => "EvacuationStarted",
        JournalFact.EvacuationEnded => $"EvacuationEnded{Who(fact)}",
        JournalFact.StrikeCut cut => $"StrikeCut {cut.Door.Value}",
        JournalFact.RemoteUnlock remote => $"RemoteUnlock {remote.Door.Value} {remote.Command}",
        JournalFact.CommandDropped dropped => $"CommandDropped {dropped.Command} {dropped.Reason}",
        _ => null,
    };

    private static string Who(JournalFact fact) => fact.Who is { } who ? $" {who.Holder.Value}/{who.Booking?.Value}" : "";
}
