namespace EdgeNode.Core;

/// <summary>The ten public holidays of Belgium (Royal Decree of 18 April 1974, article 1), for every year of the Gregorian calendar.</summary>
public static class BelgianHolidays
{
    /// <summary>The name by which schedules refer to them.</summary>
    public const string GroupName = "belgian-public-holidays";

    /// <summary>Whether a date is one of them.</summary>
    public static bool Has(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) or (5, 1) or (7, 21) or (8, 15) or (11, 1) or (11, 11) or (12, 25) => true,

        // Easter Monday, Ascension Day, Whit Monday.
        _ => date.DayNumber - Easter(date.Year).DayNumber is 1 or 39 or 50,
    };

    /// <summary>Easter Sunday (anonymous Gregorian algorithm; Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var correction = (century - (((8 * century) + 13) / 25) - (century / 4) + (19 * golden) + 15) % 30;
        var epact = correction - (correction / 28 * (1 - (correction / 28 * (29 / (correction + 1)) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + epact + 2 - century + (century / 4)) % 7;
        var sunday = epact - weekday;
        var month = 3 + ((sunday + 40) / 44);
        return new(year, month, sunday + 28 - (31 * (month / 4)));
    }
}
