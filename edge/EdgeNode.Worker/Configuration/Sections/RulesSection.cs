using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>rules: times that hold for the whole site.</summary>
internal static class RulesSection
{
    public static SiteRules Read(MapReader root) => root.Optional("rules").Map("rules section", Rules) ?? SiteRules.Default;

    private static SiteRules Rules(MapReader map)
    {
        var usual = SiteRules.Default;
        var booking = Booking(map, usual.Booking);
        return new(
            booking.EarlyEntry,
            booking.LateEntry,
            booking.NoShowAfter,
            Time(map, "readLifetime", TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10), usual.ReadLifetime),
            map.Optional("closingTime").TimeOfDay(usual.ClosingTime) ?? usual.ClosingTime)
        {
            OpeningTime = map.Optional("openingTime").TimeOfDay(usual.OpeningTime) ?? usual.OpeningTime,
            NewBookingGrace = booking.NewBookingGrace,
            ForgottenExitAfter = map.Optional("forgottenExitAfter").Time(TimeSpan.FromMinutes(30), TimeSpan.FromHours(24), TimeSpan.FromHours(4)),
            PossiblyTwoAfter = Time(map, "possiblyTwoAfter", TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(2), usual.PossiblyTwoAfter),
            MaxPeople = map.Optional("maxPeople").Whole(1, 10_000, 80),
            AtLimit = map.Optional("atLimit").Choice<AtLimit>() ?? usual.AtLimit,
            StaffDesks = map.Optional("staffDesks").Whole(0, 10_000, 10),
            WalkIn = map.Optional("walkIn").Flag() ?? usual.WalkIn,
            ExtendWithin = Time(map, "extendWithin", TimeSpan.FromMinutes(1), TimeSpan.FromHours(2), usual.ExtendWithin),
            ExtendBy = Time(map, "extendBy", TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), usual.ExtendBy),
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

    /// <summary>The times by which bookings are kept, of the site or of one desk or room.</summary>
    public static BookingTimes Booking(MapReader map, BookingTimes usual) => new(
        Time(map, "earlyEntry", TimeSpan.Zero, TimeSpan.FromHours(4), usual.EarlyEntry),
        Time(map, "lateEntry", TimeSpan.Zero, TimeSpan.FromHours(4), usual.LateEntry),
        Time(map, "noShowAfter", TimeSpan.FromMinutes(1), TimeSpan.FromHours(24), usual.NoShowAfter),
        Time(map, "newBookingGrace", TimeSpan.Zero, TimeSpan.FromHours(24), usual.NewBookingGrace));

    private static TimeSpan Time(MapReader map, string key, TimeSpan least, TimeSpan most, TimeSpan usual) =>
        map.Optional(key).Time(least, most, usual) ?? usual;
}
