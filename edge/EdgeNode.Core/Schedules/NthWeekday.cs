namespace EdgeNode.Core;

/// <summary>A weekday, or the n-th one of a month or year (RFC 5545 section 3.3.10, BYDAY).</summary>
/// <param name="Nth">1 = first, -1 = last; 0 = every one.</param>
/// <param name="Day">The weekday.</param>
public readonly record struct NthWeekday(int Nth, DayOfWeek Day)
{
    /// <summary>Whether a date is it, counted within its month or its year.</summary>
    public bool Is(DateOnly date, bool ofYear)
    {
        if (date.DayOfWeek != Day)
        {
            return false;
        }

        var (index, length) = ofYear
            ? (date.DayOfYear, DateTime.IsLeapYear(date.Year) ? 366 : 365)
            : (date.Day, DateTime.DaysInMonth(date.Year, date.Month));
        return Nth == 0 || Nth == ((index - 1) / 7) + 1 || Nth == -(((length - index) / 7) + 1);
    }
}
