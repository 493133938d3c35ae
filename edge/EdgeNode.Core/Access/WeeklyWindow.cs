namespace EdgeNode.Core;

/// <summary>One window of a week, within one day; a night is two windows.</summary>
/// <param name="Day">Day of the week, local.</param>
/// <param name="From">First minute, inclusive.</param>
/// <param name="To">End, exclusive; 00:00 means the end of the day.</param>
public readonly record struct WeeklyWindow(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>Whether the window of one date touches a span of local time, both ends inclusive.</summary>
    public bool Meets(DateOnly date, DateTime from, DateTime to)
    {
        var start = date.ToDateTime(From);
        var end = To == TimeOnly.MinValue ? date.AddDays(1).ToDateTime(To) : date.ToDateTime(To);
        return date.DayOfWeek == Day && start <= to && from < end;
    }
}
