using System.Globalization;
using EdgeNode.Contracts;

namespace EdgeNode.HostileWorld;

/// <summary>Hours of a letter read by hand: weekly and daily rules, nights over midnight, special days that take the place of all else.</summary>
internal static class ReferenceSchedule
{
    private static readonly string[] Short = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    // Easter Sundays as printed in the calendar.
    private static readonly string[] Easter =
        ["2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13"];

    private static readonly string[] Fixed = ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"];

    /// <summary>Whether it is open at some local time of a span, both ends inclusive.</summary>
    public static bool IsOpen(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateTime from, DateTime to)
    {
        for (var day = DateOnly.FromDateTime(from).AddDays(-1); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            foreach (var (begins, ends) in Hours(schedule, groups, day))
            {
                if (begins <= to && from < ends)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Since when it has been open at a local time; null when it is not.</summary>
    public static DateTime? OpenSince(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateTime at)
    {
        DateTime? since = null;
        foreach (var (begins, ends) in Around(schedule, groups, at))
        {
            since = begins <= at && at < ends && !(since <= begins) ? begins : since;
        }

        return since;
    }

    /// <summary>The next local time, today or tomorrow, at which it opens or closes.</summary>
    public static DateTime? NextEdge(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateTime after)
    {
        DateTime? next = null;
        foreach (var (begins, ends) in Around(schedule, groups, after))
        {
            next = begins > after && !(next <= begins) ? begins : next;
            next = ends > after && !(next <= ends) ? ends : next;
        }

        return next;
    }

    private static IEnumerable<(DateTime Begins, DateTime Ends)> Around(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateTime at)
    {
        var today = DateOnly.FromDateTime(at);
        return [.. Hours(schedule, groups, today.AddDays(-1)), .. Hours(schedule, groups, today), .. Hours(schedule, groups, today.AddDays(1))];
    }

    private static IEnumerable<(DateTime Begins, DateTime Ends)> Hours(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateOnly day) =>
        IsSpecial(schedule, groups, day) ? Special(schedule, groups, day) : Usual(schedule, groups, day);

    private static IEnumerable<(DateTime Begins, DateTime Ends)> Usual(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateOnly day)
    {
        foreach (var window in schedule.Windows)
        {
            if (!Has(window.Days, day))
            {
                continue;
            }

            var overMidnight = Time(window.To) <= Time(window.From);
            var ends = overMidnight && !IsSpecial(schedule, groups, day.AddDays(1)) ? day.AddDays(1).ToDateTime(Time(window.To))
                : overMidnight ? day.AddDays(1).ToDateTime(TimeOnly.MinValue)
                : day.ToDateTime(Time(window.To));
            yield return (day.ToDateTime(Time(window.From)), ends);
        }
    }

    private static IEnumerable<(DateTime Begins, DateTime Ends)> Special(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateOnly day)
    {
        foreach (var special in schedule.Special)
        {
            foreach (var hours in HasGroup(special.Days, groups, day) ? special.Hours : [])
            {
                var times = hours.Split('-');
                yield return (day.ToDateTime(Time(times[0])), times[1] == "00:00" ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(Time(times[1])));
            }
        }
    }

    private static bool IsSpecial(PolicySchedule schedule, IReadOnlyList<PolicySpecialDays> groups, DateOnly day) =>
        schedule.Special.Any(special => HasGroup(special.Days, groups, day));

    private static bool HasGroup(string id, IReadOnlyList<PolicySpecialDays> groups, DateOnly day) =>
        id == "belgian-public-holidays" ? IsHoliday(day) : groups.Any(group => group.Id == id && group.Days.Any(days => Has(days, day)));

    private static bool Has(string days, DateOnly day) => days switch
    {
        "FREQ=DAILY" => true,
        ['F', 'R', 'E', 'Q', '=', 'W', ..] => days[(days.LastIndexOf('=') + 1)..].Split(',').Contains(Short[(int)day.DayOfWeek]),
        _ => days == Iso(day),
    };

    private static bool IsHoliday(DateOnly day) =>
        Fixed.Contains(Iso(day)[5..]) || Easter.Contains(Iso(day.AddDays(-1))) || Easter.Contains(Iso(day.AddDays(-39))) || Easter.Contains(Iso(day.AddDays(-50)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
