using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class ScheduleTests
{
    private static readonly SpecialDayHours ClosedOnHolidays = new(new SpecialDayGroup.Belgium(), []);

    // Official lists of the years; the movable ones are Easter Monday, Ascension Day and Whit Monday.
    [Theory]
    [InlineData(2026, "04-06", "05-14", "05-25")]
    [InlineData(2027, "03-29", "05-06", "05-17")]
    [InlineData(2028, "04-17", "05-25", "06-05")]
    [InlineData(2029, "04-02", "05-10", "05-21")]
    [InlineData(2030, "04-22", "05-30", "06-10")]
    [InlineData(2031, "04-14", "05-22", "06-02")]
    [InlineData(2032, "03-29", "05-06", "05-17")]
    [InlineData(2033, "04-18", "05-26", "06-06")]
    [InlineData(2034, "04-10", "05-18", "05-29")]
    [InlineData(2035, "03-26", "05-03", "05-14")]
    [InlineData(2036, "04-14", "05-22", "06-02")]
    public void Belgium_has_ten_public_holidays_a_year(int year, params string[] movable)
    {
        var days = Enumerable.Range(0, 366).Select(day => new DateOnly(year, 1, 1).AddDays(day)).Where(day => day.Year == year && BelgianHolidays.Has(day));
        string[] expected = ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25", .. movable];
        Assert.Equal(expected.Order(StringComparer.Ordinal), days.Select(day => $"{day:MM-dd}"));
    }

    [Theory]
    [InlineData("2026-03-02T07:59", false)]
    [InlineData("2026-03-02T08:00", true)]
    [InlineData("2026-03-02T17:59", true)]
    [InlineData("2026-03-02T18:00", false)]
    [InlineData("2026-03-07T12:00", false)]
    [InlineData("2026-04-06T12:00", false)]
    public void Office_hours_are_open_from_their_first_minute_to_before_their_last_but_not_on_holidays(string at, bool open)
    {
        var office = Schedule(new("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:00", "18:00"), [ClosedOnHolidays]);
        Assert.Equal(open, office.IsOpen(At(at)));
    }

    [Theory]
    [InlineData("2026-03-02T21:59", false)]
    [InlineData("2026-03-02T22:00", true)]
    [InlineData("2026-03-03T05:59", true)]
    [InlineData("2026-03-03T06:00", false)]
    [InlineData("2026-03-02T03:00", true)]
    [InlineData("2026-04-05T23:00", true)]
    [InlineData("2026-04-06T00:00", false)]
    [InlineData("2026-04-06T23:00", false)]
    [InlineData("2026-04-07T03:00", false)]
    [InlineData("2026-04-07T22:00", true)]
    public void A_night_goes_over_midnight_but_neither_into_a_special_day_nor_out_of_one(string at, bool open) =>
        Assert.Equal(open, Schedule(new("FREQ=DAILY", "22:00", "06:00"), [ClosedOnHolidays]).IsOpen(At(at)));

    [Theory]
    [InlineData("2026-12-24T08:30", false)]
    [InlineData("2026-12-24T09:00", true)]
    [InlineData("2026-12-24T12:30", false)]
    [InlineData("2026-12-24T23:59", true)]
    [InlineData("2026-12-25T00:00", false)]
    public void A_special_day_has_hours_of_its_own_and_groups_of_one_day_add_up(string at, bool open)
    {
        var eve = new SpecialDayGroup.Listed([Recurrence("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24")]);
        var schedule = Schedule(
            new("FREQ=DAILY", "08:00", "20:00"),
            [ClosedOnHolidays, new(eve, [(new(9, 0), new(12, 30))]), new(eve, [(new(22, 0), TimeOnly.MinValue)])]);
        Assert.Equal(open, schedule.IsOpen(At(at)));
    }

    // Hours 01:30 to 04:00: one and a half long on the day in March, three and a half on the one in October.
    [Theory]
    [InlineData("2026-03-29T00:29Z", false)]
    [InlineData("2026-03-29T00:30Z", true)]
    [InlineData("2026-03-29T01:59Z", true)]
    [InlineData("2026-03-29T02:00Z", false)]
    [InlineData("2026-10-24T23:29Z", false)]
    [InlineData("2026-10-24T23:30Z", true)]
    [InlineData("2026-10-25T00:30Z", true)]
    [InlineData("2026-10-25T01:30Z", true)]
    [InlineData("2026-10-25T02:59Z", true)]
    [InlineData("2026-10-25T03:00Z", false)]
    public void On_both_clock_change_days_hours_are_those_that_the_clock_on_the_wall_shows(string instant, bool open)
    {
        var local = World.Brussels.Local(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(open, Schedule(new("FREQ=DAILY", "01:30", "04:00"), []).IsOpen(local.DateTime));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Monday")]
    [InlineData("2026-02-30")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=ONCE")]
    [InlineData("FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1")]
    [InlineData("2026-01-05 FREQ=WEEKLY;COUNT=3;UNTIL=20260301")]
    [InlineData("2026-01-05 FREQ=WEEKLY;BYDAY=MO;BYDAY=TU")]
    [InlineData("2026-01-05 FREQ=WEEKLY;WKST=SU")]
    public void A_rule_that_is_not_understood_is_refused_as_a_whole_and_says_what_to_write(string text)
    {
        Assert.Null(RecurrenceText.Read(text, out var error));
        Assert.Matches("; (write|leave|put|FREQ is)", error);
    }

    private static Schedule Schedule((string Days, string From, string To) window, SpecialDayHours[] special) => new(
        new("s"), [new(Recurrence(window.Days), Time(window.From), Time(window.To))], [.. special]);

    private static Recurrence Recurrence(string text) => RecurrenceText.Read(text, out var error) ?? throw new InvalidOperationException(error);

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
