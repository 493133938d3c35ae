using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Weekly hours in the site's local time, without its special days (ONVIF Schedule 19.12).</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Windows">Weekly windows; empty = never.</param>
/// <param name="ClosedDays">Local dates on which nothing is open, for example public holidays.</param>
public sealed record Schedule(ScheduleId Id, ImmutableArray<WeeklyWindow> Windows, ImmutableHashSet<DateOnly> ClosedDays)
{
    /// <summary>Whether the schedule is open at some local time from <paramref name="from"/> to <paramref name="to"/>, both inclusive.</summary>
    public bool Meets(DateTime from, DateTime to)
    {
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            if (!ClosedDays.Contains(day) && Windows.Any(window => window.Meets(day, from, to)))
            {
                return true;
            }
        }

        return false;
    }
}
