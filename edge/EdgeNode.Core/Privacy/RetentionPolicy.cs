namespace EdgeNode.Core;

/// <summary>How long details beside the chain are kept, by what they serve. Records themselves stay: the chain goes on verifying.</summary>
/// <param name="Movements">Who came and went: taps, arrivals, released bookings.</param>
/// <param name="Alarms">Who was refused.</param>
/// <param name="Billing">Whose a usage session was; by whole months, since a bill is settled by the month.</param>
public sealed record RetentionPolicy(TimeSpan Movements, TimeSpan Alarms, TimeSpan Billing)
{
    /// <summary>Movements and alarms 90 days, billing 400 days: a year, and time to contest its last bill.</summary>
    public static readonly RetentionPolicy Default = new(TimeSpan.FromDays(90), TimeSpan.FromDays(90), TimeSpan.FromDays(400));

    /// <summary>Why the details of a record are due to go; null while they may stay. A desk's are due once its day is closed.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="closedThrough">Sequence of the last record that closed a day.</param>
    /// <param name="now">Wall time, not untrusted.</param>
    public Erasure? Due(JournalEntry entry, long closedThrough, DateTimeOffset now) => entry.Fact switch
    {
        JournalFact.DeskChanged { Desk: not null } => entry.Sequence <= closedThrough ? Erasure.DeskTimes : null,
        { Who: null } => null,
        JournalFact.SessionOpened or JournalFact.SessionClosed => MonthOf(entry.At.Wall + Billing) < MonthOf(now) ? Erasure.Billing : null,
        JournalFact.AccessDenied => entry.At.Wall + Alarms <= now ? Erasure.Alarms : null,
        _ => entry.At.Wall + Movements <= now ? Erasure.Movements : null,
    };

    private static int MonthOf(DateTimeOffset at) => (at.UtcDateTime.Year * 12) + at.UtcDateTime.Month;
}
