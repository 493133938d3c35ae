using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>rules: times that hold for the whole site.</summary>
internal static class RulesSection
{
    public static SiteRules Read(MapReader root) => root.Optional("rules").Map("rules section", Rules) ?? SiteRules.Default;

    private static SiteRules Rules(MapReader map)
    {
        var usual = SiteRules.Default;
        return new(
            Time(map, "earlyEntry", TimeSpan.Zero, TimeSpan.FromHours(4), usual.EarlyEntry),
            Time(map, "lateEntry", TimeSpan.Zero, TimeSpan.FromHours(4), usual.LateEntry),
            Time(map, "noShowAfter", TimeSpan.FromMinutes(1), TimeSpan.FromHours(24), usual.NoShowAfter),
            Time(map, "readLifetime", TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10), usual.ReadLifetime),
            map.Optional("closingTime").TimeOfDay(usual.ClosingTime) ?? usual.ClosingTime)
        {
            Guesses = map.Optional("guesses").Map("guesses section", Guesses) ?? usual.Guesses,
            PassbackCutOff = map.Optional("passbackCutOff").TimeOfDay(usual.PassbackCutOff) ?? usual.PassbackCutOff,
        };
    }

    private static GuessLimits Guesses(MapReader map)
    {
        var usual = GuessLimits.Default;
        return new(
            map.Optional("readerTries").Whole(3, 100, usual.ReaderTries) ?? usual.ReaderTries,
            Time(map, "readerWindow", TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), usual.ReaderWindow),
            Time(map, "readerPause", TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), usual.ReaderPause),
            map.Optional("pinTries").Whole(3, 10, usual.PinTries) ?? usual.PinTries,
            Time(map, "pinPause", TimeSpan.FromMinutes(1), TimeSpan.FromHours(24), usual.PinPause));
    }

    private static TimeSpan Time(MapReader map, string key, TimeSpan least, TimeSpan most, TimeSpan usual) =>
        map.Optional(key).Time(least, most, usual) ?? usual;
}
