using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

internal static class Letters
{
    public static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static PolicyLetter Policy(long version) => new(
        SiteDouble.Name,
        version,
        [new("h-1", "Member", "centre", ["cleaning"], "office", false)],
        [new(new('d', 64), "h-1", true, null, 1_795_600_000_000, "2026-12-31")],
        [new("cleaning", [new("floor", "office"), new("street", null)])],
        [new("bridges", ["2026-12-24"])],
        [new("office", [new("FREQ=WEEKLY;BYDAY=MO", "08:00", "18:30"), new("FREQ=WEEKLY;BYDAY=TU", "22:00", "06:00")], [new("belgian-public-holidays", []), new("bridges", ["09:00-12:00"])])],
        [new("b-1", "h-1", "desk-1", 1_795_500_000_000, 1_795_505_400_000, 1_795_490_000_000, ["h-2"], true)]);

    public static UsageDay UsageOf(DateOnly day, int sessions) => new(
        day,
        41,
        new('b', 64),
        [.. Enumerable.Range(1, sessions).Select(number => new UsageSession(
            number,
            new HolderRef("h-" + number.ToString(CultureInfo.InvariantCulture)),
            null,
            new("centre"),
            new ResourceId("desk-1"),
            Morning,
            Morning.AddMinutes(number).AddSeconds(-1),
            SessionClass.Measured))]);
}
