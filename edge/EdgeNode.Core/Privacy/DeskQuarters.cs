using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Cuts the desks' changes of a closed day to quarters of an hour. Pure: the same records always give the same quarters.</summary>
public static class DeskQuarters
{
    /// <summary>A quarter of an hour.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    private const string Letters = "?FO";

    /// <summary>One fact for each desk that is known, in the order of their ids.</summary>
    /// <param name="records">The records of the day, in order: those of the day before stand among them.</param>
    /// <param name="day">Local day.</param>
    /// <param name="zone">The site's zone: a day has 92, 96 or 100 quarters.</param>
    public static ImmutableArray<JournalFact.DeskDay> Of(IEnumerable<JournalEntry> records, DateOnly day, TimeZoneInfo zone)
    {
        var start = zone.Instant(day, TimeOnly.MinValue);
        var end = zone.Instant(day.AddDays(1), TimeOnly.MinValue);
        var changes = new SortedDictionary<string, List<(DateTimeOffset At, char State)>>(StringComparer.Ordinal);
        foreach (var entry in records)
        {
            Take(changes, entry, start);
        }

        return [.. changes.Select(desk => new JournalFact.DeskDay(day, new(desk.Key), Quarters(desk.Value, start, end)))];
    }

    private static void Take(SortedDictionary<string, List<(DateTimeOffset At, char State)>> changes, JournalEntry entry, DateTimeOffset start)
    {
        switch (entry.Fact)
        {
            case JournalFact.DeskChanged { Desk: { } desk, Occupancy: { } occupancy } changed:
                Of(changes, desk).Add((changed.Since ?? entry.At.Wall, Letter(occupancy)));
                break;
            case JournalFact.DeskDay { Quarters: [.., var last] } before:
                Of(changes, before.Desk).Add((start, last));
                break;
            case JournalFact.SiteStarted:
                // Desks are read again after a start; until then nobody knows.
                foreach (var known in changes.Values)
                {
                    known.Add((entry.At.Wall, Letter(DeskOccupancy.Unknown)));
                }

                break;
        }
    }

    private static List<(DateTimeOffset At, char State)> Of(SortedDictionary<string, List<(DateTimeOffset At, char State)>> changes, ResourceId desk)
    {
        if (!changes.TryGetValue(desk.Value, out var known))
        {
            changes.Add(desk.Value, known = []);
        }

        return known;
    }

    private static char Letter(DeskOccupancy occupancy) => occupancy switch
    {
        DeskOccupancy.Free => Letters[1],
        DeskOccupancy.Occupied => Letters[2],
        _ => Letters[0],
    };

    private static string Quarters(List<(DateTimeOffset At, char State)> changes, DateTimeOffset start, DateTimeOffset end)
    {
        var quarters = new char[(int)((end - start) / Length)];
        for (var quarter = 0; quarter < quarters.Length; quarter++)
        {
            quarters[quarter] = Longest(changes, start + (quarter * Length));
        }

        return new(quarters);
    }

    private static char Longest(List<(DateTimeOffset At, char State)> changes, DateTimeOffset from)
    {
        Span<TimeSpan> lasted = stackalloc TimeSpan[Letters.Length];
        var to = from + Length;
        var (since, state) = (DateTimeOffset.MinValue, Letters[0]);
        foreach (var (at, next) in changes)
        {
            lasted[Letters.IndexOf(state)] += Overlap(since, at, from, to);
            (since, state) = (at, next);
        }

        lasted[Letters.IndexOf(state)] += Overlap(since, DateTimeOffset.MaxValue, from, to);
        var longest = Letters.Length - 1;
        for (var letter = longest; letter >= 0; letter--)
        {
            longest = lasted[letter] > lasted[longest] ? letter : longest;
        }

        return Letters[longest];
    }

    private static TimeSpan Overlap(DateTimeOffset since, DateTimeOffset until, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (since > from ? since : from, until < to ? until : to);
        return last > first ? last - first : TimeSpan.Zero;
    }
}
