using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>retention: how many days details of persons are kept, by what they serve.</summary>
internal static class RetentionSection
{
    public static RetentionPolicy Read(MapReader root) => root.Optional("retention").Map("retention section", Periods) ?? RetentionPolicy.Default;

    private static RetentionPolicy Periods(MapReader map)
    {
        var usual = RetentionPolicy.Default;
        return new(
            Days(map, "movementDays", 1, 400, usual.Movements),
            Days(map, "alarmDays", 1, 400, usual.Alarms),
            Days(map, "billingDays", 31, 3_650, usual.Billing));
    }

    private static TimeSpan Days(MapReader map, string key, int least, int most, TimeSpan usual) =>
        map.Optional(key).Whole(least, most, usual.Days) is { } days ? TimeSpan.FromDays(days) : usual;
}
