namespace EdgeNode.Core;

/// <summary>When the site closes and opens, in its local time.</summary>
internal static class SiteHours
{
    /// <summary>The next closing after an instant.</summary>
    public static DateTimeOffset NextClosing(SiteDefinition site, DateTimeOffset wall) => Next(site, site.Rules.ClosingTime, wall);

    /// <summary>When the site closed, while it is closed, else when it closes next, on the uptime clock; null for a site that never closes, and while the time of day is not to be believed.</summary>
    public static TimeSpan? ClosedAt(SiteDefinition site, Moment now)
    {
        if (now.Trust == ClockTrust.Untrusted || site.Rules.OpeningTime == site.Rules.ClosingTime)
        {
            return null;
        }

        // Half a day more than a day before: the closing before this one, also over a change of the clock.
        var closing = NextClosing(site, now.Wall);
        var last = NextClosing(site, closing.AddHours(-36));
        var isClosed = last <= now.Wall && Next(site, site.Rules.OpeningTime, last) > now.Wall;
        return now.Uptime + ((isClosed ? last : closing) - now.Wall);
    }

    private static DateTimeOffset Next(SiteDefinition site, TimeOnly time, DateTimeOffset wall)
    {
        var today = site.TimeZone.LocalDay(wall);
        var at = site.TimeZone.Instant(today, time);
        return at > wall ? at : site.TimeZone.Instant(today.AddDays(1), time);
    }
}
