using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>The network's prices, by the product's rating and once more by hand.</summary>
internal static class Prices
{
    private static readonly RatingCard Card = new(
        "world",
        new(2025, 1, 1),
        RatingRounding.HalfUp,
        [
            .. Enumerable.Range(1, 5).Select(day => new RatingRate(null, null, (DayOfWeek)day, new(8, 0), new(18, 0), 275)),
            new(null, null, null, TimeOnly.MinValue, TimeOnly.MinValue, 120),
        ]);

    /// <summary>Cents of a session, as site and hub rate it.</summary>
    public static long Of(DateTimeOffset start, long minutes) =>
        Rating.Line(Card, 2, "desk", start, minutes, WorldSite.Configuration.Definition.TimeZone)?.Cents
        ?? throw new BrokenPromiseException("every minute has a price", $"{start:o}, {minutes} minutes");

    /// <summary>The same minute by minute, without the product.</summary>
    public static long ByHand(DateTimeOffset start, long minutes)
    {
        long sixtieths = 0;
        for (var minute = 0; minute < minutes; minute++)
        {
            var local = ReferenceClock.Local(start.AddMinutes(minute));
            var busy = local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 8 and < 18;
            sixtieths += busy ? 275 : 120;
        }

        return (sixtieths + 30) / 60;
    }
}
