using System.Globalization;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>A range of records as written on the command line: by number, or by local day.</summary>
/// <param name="From">First record.</param>
/// <param name="To">Last record.</param>
internal readonly record struct RecordRange(long From, long To)
{
    /// <summary>Reads the range; a day is the records between those that closed the day before and the day itself.</summary>
    /// <exception cref="FormatException">A word is neither a number nor a day, or the journal has closed no such day.</exception>
    public static RecordRange Read(string folder, string? from, string? to)
    {
        var closed = new SortedDictionary<DateOnly, (long First, long Through)>();
        if (IsDay(from) || IsDay(to))
        {
            long last = 0;
            JournalProof.Read(folder, 1, long.MaxValue, (_, entry) =>
            {
                if (entry.Fact is JournalFact.DayClosed day)
                {
                    closed[day.Day] = (closed.TryGetValue(day.Day, out var known) ? known.First : last + 1, entry.Sequence);
                    last = entry.Sequence;
                }
            });
        }

        return new(from is null ? 1 : Find(closed, from).First, to is null ? long.MaxValue : Find(closed, to).Through);
    }

    private static bool IsDay(string? word) => word is not null && Day(word) is not null;

    private static DateOnly? Day(string word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static (long First, long Through) Find(SortedDictionary<DateOnly, (long First, long Through)> closed, string word)
    {
        if (Day(word) is { } day)
        {
            return closed.TryGetValue(day, out var found)
                ? found
                : throw new FormatException($"The journal has closed no day {word}; {(closed.Count == 0 ? "none is closed yet" : $"write one from {closed.Keys.First():yyyy-MM-dd} to {closed.Keys.Last():yyyy-MM-dd}")}.");
        }

        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (number, number)
            : throw new FormatException($"{word} is neither the number of a record nor a day; write for example --from 1200 or --from 2026-03-01.");
    }
}
