using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>When the site is closed, for a site that opens in the morning and closes in the evening.</summary>
internal static class ReferenceHours
{
    public static DateTimeOffset NextClosing(SiteRules rules, DateTimeOffset wall)
    {
        var today = ReferenceClock.Day(wall);
        var closing = ReferenceClock.Instant(today, rules.ClosingTime);
        return closing > wall ? closing : ReferenceClock.Instant(today.AddDays(1), rules.ClosingTime);
    }

    /// <summary>On uptime, since when it is closed, or when it closes today; null while the time of day is not to be believed.</summary>
    public static TimeSpan? ClosedAt(SiteRules rules, Moment now)
    {
        if (now.Trust == ClockTrust.Untrusted)
        {
            return null;
        }

        var today = ReferenceClock.Day(now.Wall);
        var night = now.Wall < ReferenceClock.Instant(today, rules.OpeningTime);
        return now.Uptime + (ReferenceClock.Instant(night ? today.AddDays(-1) : today, rules.ClosingTime) - now.Wall);
    }
}
