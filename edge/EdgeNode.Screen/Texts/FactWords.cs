using System.Collections.Immutable;
using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>A fact in plain words: what happened, why, what to do. Never a code.</summary>
public static class FactWords
{
    /// <summary>Facts that the feed leaves out: they are steps of others, or, as an entry under threat, must not be seen by who stands at the screen.</summary>
    public static bool IsNoise(JournalFact fact) =>
        fact is JournalFact.DoorContact or JournalFact.SessionOpened or JournalFact.DeskChanged or JournalFact.AccessTaken
            or JournalFact.Duress or JournalFact.Instructed { Taken: true } or JournalFact.DeskDay or JournalFact.DaySealed or JournalFact.DetailsErased;

    /// <summary>Text, further lines, and the tone in which it is drawn.</summary>
    internal static (string Text, ImmutableArray<string> Detail, string Tone) Of(FeedItem item, Phrases phrases) => item.Fact switch
    {
        JournalFact.AccessDenied denied => (Said(item, phrases), Reasons(denied, item, phrases), "denied"),
        JournalFact.EvacuationStarted => (Said(item, phrases), [], "alarm"),
        JournalFact.DoorAlarmChanged changed => (phrases.Format($"fact.alarm.{changed.Alarm}", item.Place), [], Tone(changed.Alarm)),
        JournalFact.DoorCommanded commanded => (Obeyed(commanded, item, phrases), commanded.Reason is { } why ? [phrases[$"reason.{why}"]] : [], commanded.Taken ? "" : "denied"),
        JournalFact.DoorAcceptanceChanged told => (phrases.Format($"fact.acceptance.{told.Acceptance}", item.Place), [], told.Acceptance is DoorAcceptance.Missing or DoorAcceptance.Overridden ? "warned" : ""),
        JournalFact.ReaderLink link => (phrases.Format(link.Up ? "fact.reader.up" : "fact.reader.down", item.Place), [], ""),
        JournalFact.DoorWireChanged wire => (phrases.Format("fact.DoorWireChanged", item.Place, DoorWarnings.Said(wire.Wire, wire.Condition, phrases)), [], wire.Condition == WireCondition.Normal ? "" : "alarm"),
        JournalFact.ReaderTroubleChanged reader => (phrases.Format($"fact.readerTrouble.{Worst(reader.Trouble)}", item.Place), [], reader.Trouble == ReaderTrouble.None ? "" : "alarm"),
        JournalFact.SessionClosed closed => (Said(item, phrases), [phrases.Format($"session.{closed.Class}", Length(closed))], ""),
        JournalFact.SeatHeld held => (phrases.Format($"fact.seat.{held.Why}", item.Place, Clock(held.End, item, phrases)), [], ""),
        JournalFact.SensorStuck stuck => (phrases.Format($"fact.stuck.{stuck.Trouble}", item.Place), [], stuck.Trouble == SensorTrouble.None ? "" : "warned"),
        JournalFact.LoanChanged loan => (phrases.Format($"fact.loan.{loan.Status}", item.Place, Clock(loan.Until, item, phrases)), [], loan.Status is LoanStatus.Overdue or LoanStatus.Lost ? "warned" : ""),
        JournalFact.Instructed asked => (phrases.Format($"fact.{(asked.Taken ? "instructed" : "refused")}.{asked.What}", item.Place), [], asked.Taken ? "" : "denied"),
        JournalFact.MovementsSeen seen => (Said(item, phrases), [phrases[$"look.{seen.Reason}"]], ""),
        JournalFact.HoldEnded ended => (phrases.Format($"fact.seatEnd.{ended.Why}", item.Place), [], ""),
        JournalFact.NotExtended refused => (phrases.Format("fact.NotExtended", item.Place, Clock(refused.Next, item, phrases)), [], ""),
        JournalFact.AccessGranted granted => (Said(item, phrases), [phrases[$"basis.{granted.Basis}"]], ""),
        _ => (Said(item, phrases), [], ""),
    };

    // An open housing before a weak supply.
    private static ReaderTrouble Worst(ReaderTrouble trouble) => trouble.HasFlag(ReaderTrouble.Tampered) ? ReaderTrouble.Tampered : trouble;

    private static string Said(FeedItem item, Phrases phrases) => phrases.Format($"fact.{item.Fact.GetType().Name}", item.Place, Argument(item.Fact));

    private static object Argument(JournalFact fact) => fact switch
    {
        JournalFact.CapacityReached full => full.Limit,
        JournalFact.ClockJumped jumped => TimeSpan.FromMilliseconds(jumped.Milliseconds).ToString("c", CultureInfo.InvariantCulture),
        JournalFact.DayPassUsed used => used.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JournalFact.DayClosed closed => closed.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JournalFact.UsageAcknowledged acknowledged => acknowledged.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JournalFact.PolicyApplied applied => applied.Version,
        JournalFact.ReaderPaused paused => paused.Seconds,
        JournalFact.JournalRecovered recovered => recovered.Lost,
        JournalFact.JournalRestored restored => restored.After,
        _ => "",
    };

    private static ImmutableArray<string> Reasons(JournalFact.AccessDenied denied, FeedItem item, Phrases phrases)
    {
        var opens = denied.OpensAt is { } at ? at.ToOffset(item.LocalTime.Offset).ToString("ddd HH:mm", phrases.Culture) : "?";
        return
        [
            .. denied.All.Select(reason => phrases.Format($"why.{reason}", opens)),
            phrases.Format($"do.{denied.Reason}", opens),
        ];
    }

    private static string Clock(DateTimeOffset at, FeedItem item, Phrases phrases) => at.ToOffset(item.LocalTime.Offset).ToString("HH:mm", phrases.Culture);

    private static string Length(JournalFact.SessionClosed closed) => (closed.End - closed.Start).ToString(@"h\:mm", CultureInfo.InvariantCulture);

    private static string Obeyed(JournalFact.DoorCommanded commanded, FeedItem item, Phrases phrases) => commanded.Taken
        ? commanded.Seconds is { } seconds ? phrases.Format("fact.command.UnlockFor", item.Place, seconds / 60) : phrases.Format($"fact.command.{commanded.Command}", item.Place)
        : commanded.Before.Takes(commanded.Command) ? phrases.Format("fact.command.notLive", item.Place)
        : phrases.Format("fact.command.refused", item.Place, phrases[$"lock.{commanded.Before}"]);

    // Red is for alarms only: a warning is not one yet.
    private static string Tone(DoorAlarm alarm) => alarm switch
    {
        DoorAlarm.Normal => "",
        DoorAlarm.PreAlarm => "warned",
        _ => "alarm",
    };
}
