namespace EdgeNode.HostileWorld;

/// <summary>Local time in Brussels by the rule of Directive 2000/84/EC: summer time from the last Sunday of March to that of October, each at 01:00 UTC.</summary>
internal static class ReferenceClock
{
    public static DateTime Local(DateTimeOffset instant) => instant.UtcDateTime + Offset(instant.UtcDateTime);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The instant of a local time that comes once: midnight and the evening never fall into a change of the clocks.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Utc);
        var summer = local - TimeSpan.FromHours(2);
        return Offset(summer) == TimeSpan.FromHours(2) ? summer : local - TimeSpan.FromHours(1);
    }

    private static TimeSpan Offset(DateTime utc)
    {
        var begins = LastSunday(utc.Year, 3).AddHours(1);
        var ends = LastSunday(utc.Year, 10).AddHours(1);
        return TimeSpan.FromHours(utc >= begins && utc < ends ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
