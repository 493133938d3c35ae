using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A set of local dates by an iCalendar rule (RFC 5545 section 3.3.10). Every part only narrows: a date is in the set when all of them hold.</summary>
public sealed record Recurrence
{
    /// <summary>The first date that can be in it, and the one from which intervals are counted.</summary>
    public DateOnly First { get; init; } = DateOnly.MinValue;

    /// <summary>The last date that can be in it, inclusive; null = no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How often it comes back.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>Every how many days, weeks, months or years; 1 or more.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>Months, 1 to 12; empty = all.</summary>
    public ImmutableArray<int> Months { get; init; } = [];

    /// <summary>Days of the month, 1 to 31, or from its end, -1 to -31; empty = all.</summary>
    public ImmutableArray<int> MonthDays { get; init; } = [];

    /// <summary>Weekdays; empty = all.</summary>
    public ImmutableArray<NthWeekday> Weekdays { get; init; } = [];

    /// <summary>One weekday, every week.</summary>
    public static Recurrence Weekly(DayOfWeek day) => new() { Frequency = Frequency.Weekly, Weekdays = [new(0, day)] };

    /// <summary>Whether a local date is in the set.</summary>
    public bool Has(DateOnly date) =>
        date >= First && !(date > Until) && Periods(date) % Interval == 0 && (Frequency != Frequency.Once || date == First)
        && (Months.IsEmpty || Months.Contains(date.Month))
        && (MonthDays.IsEmpty || MonthDays.Contains(date.Day) || MonthDays.Contains(date.Day - DateTime.DaysInMonth(date.Year, date.Month) - 1))
        && (Weekdays.IsEmpty || HasWeekday(date));

    // How many whole periods lie between the first date's and this one's.
    private int Periods(DateOnly date) => Frequency switch
    {
        Frequency.Daily => date.DayNumber - First.DayNumber,

        // Day number 0 is a Monday.
        Frequency.Weekly => (date.DayNumber / 7) - (First.DayNumber / 7),
        Frequency.Monthly => ((date.Year - First.Year) * 12) + date.Month - First.Month,
        Frequency.Yearly => date.Year - First.Year,
        _ => 0,
    };

    private bool HasWeekday(DateOnly date)
    {
        var ofYear = Frequency == Frequency.Yearly && Months.IsEmpty;
        foreach (var weekday in Weekdays)
        {
            if (weekday.Is(date, ofYear))
            {
                return true;
            }
        }

        return false;
    }
}
