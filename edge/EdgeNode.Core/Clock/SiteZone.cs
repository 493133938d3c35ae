namespace EdgeNode.Core;

/// <summary>The site's local time, safe on both clock-change days.</summary>
public static class SiteZone
{
    /// <summary>The local date and time of an instant.</summary>
    public static DateTimeOffset Local(this TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The local date of an instant.</summary>
    public static DateOnly LocalDay(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(zone.Local(instant).DateTime);

    /// <summary>The instant of a local time: the earlier one where it comes twice, one hour later where it does not exist.</summary>
    public static DateTimeOffset Instant(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
