using EdgeNode.Core;

namespace EdgeNode.Store.Tests;

/// <summary>Days of usage for the picture's tests.</summary>
internal static class Days
{
    public static readonly DateOnly First = new(2026, 3, 2);

    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Appends days with three sessions each, the last one of an anonymous holder; every other day is acknowledged.</summary>
    public static void AppendDays(this Journal journal, int from, int count)
    {
        for (var day = from; day < from + count; day++)
        {
            for (var number = (day * 3) + 1; number <= (day * 3) + 3; number++)
            {
                Append(journal, Session(number, day));
            }

            Append(journal, new JournalFact.DayClosed(First.AddDays(day)));
            if (day % 2 == 0)
            {
                Append(journal, new JournalFact.UsageAcknowledged(First.AddDays(day)));
            }
        }
    }

    /// <summary>Everything that the picture can be asked.</summary>
    public static string Answers(this Picture picture)
    {
        var days = Enumerable.Range(0, 30).Select(day => First.AddDays(day)).Select(day =>
        {
            var found = picture.FindDay(day);
            var sessions = found is null ? "-" : $"{found.Through} {found.ChainHead} {Text(found.Sessions)}";
            return $"{day:O}: {sessions} | {Text(picture.SessionsOf(day))}";
        });
        return $"{picture.AppliedThrough}\nowed {string.Join(' ', picture.DaysOwed().Select(day => day.DayNumber))}\n{string.Join('\n', days)}";
    }

    private static JournalFact.SessionClosed Session(long number, int day)
    {
        var start = Morning.AddDays(day).AddTicks(number);
        return new(number, new("lyon"), number % 3 == 1 ? new("desk-4") : null, start, start.AddHours(2), number % 3 == 2 ? SessionClass.Estimated : SessionClass.Measured)
        {
            Who = number % 3 == 0 ? null : Records.Who(number),
        };
    }

    private static void Append(Journal journal, JournalFact fact) => journal.Append(fact, Records.At(journal.Appended + 1));

    // Identifiers print redacted, so they are compared by their values.
    private static string Text(IEnumerable<UsageSession> sessions) => string.Join(", ", sessions.Select(session =>
        $"{session.Number} {session.Holder?.Value} {session.Booking?.Value} {session.Home} {session.Resource} {session.Start:O} {session.End:O} {session.Class}"));
}
