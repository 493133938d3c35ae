using System.Globalization;
using CsCheck;
using EdgeNode.Core;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>Rules drawn at random fall on the same days here and in a calendar library that many use.</summary>
public class RecurrencePeerTests
{
    private static readonly Gen<string> Interval = Gen.OneOf(Gen.Const(""), Gen.Int[1, 5].Select(interval => $";INTERVAL={interval}"));

    private static readonly Gen<string> End = Gen.OneOf(
        Gen.Const(""),
        Gen.Int[1, 20].Select(count => $";COUNT={count}"),
        Gen.Int[0, 900].Select(days => $";UNTIL={new DateOnly(2026, 1, 1).AddDays(days):yyyyMMdd}"));

    private static readonly Gen<string> Months = Gen.Int[1, 12].Array[1, 3].Select(months => $";BYMONTH={string.Join(',', months.Distinct())}");

    private static readonly Gen<string> MonthDays = Gen.OneOf(Gen.Int[1, 31], Gen.Int[-31, -1]).Array[1, 3].Select(days => $";BYMONTHDAY={string.Join(',', days.Distinct())}");

    private static readonly Gen<string> Weekday = Gen.Int[0, 6].Select(day => "MOTUWETHFRSASU".Substring(2 * day, 2));

    private static readonly Gen<string> Weekdays = Weekday.Array[1, 4].Select(days => $";BYDAY={string.Join(',', days.Distinct())}");

    private static readonly Gen<string> NthWeekdays = Gen.Select(Gen.Int[0, 6].Select(nth => nth < 5 ? nth + 1 : 4 - nth), Weekday).Select(of => $"{of.Item1}{of.Item2}")
        .Array[1, 3].Select(days => $";BYDAY={string.Join(',', days.Distinct())}");

    private static readonly Gen<string> Rules = Gen.Select(
        Gen.OneOf(
            Gen.OneOf(Gen.Const(""), Weekdays, Months).Select(part => $"FREQ=DAILY{part}"),
            Gen.OneOf(Gen.Const(""), Weekdays).Select(part => $"FREQ=WEEKLY{part}"),
            Gen.OneOf(Gen.Const(""), MonthDays, Weekdays, NthWeekdays).Select(part => $"FREQ=MONTHLY{part}"),
            Gen.OneOf(Gen.Const(""), Months, NthWeekdays, Gen.Select(Months, MonthDays).Select(of => of.Item1 + of.Item2), Gen.Select(Months, NthWeekdays).Select(of => of.Item1 + of.Item2))
                .Select(part => $"FREQ=YEARLY{part}")),
        Interval,
        End).Select(of => of.Item1 + of.Item2 + of.Item3);

    [Fact]
    public void A_rule_falls_on_the_days_on_which_a_calendar_library_says_it_does() =>
        Gen.Select(Rules, Gen.Int[0, 400]).Sample(
            drawn =>
            {
                var (rule, offset) = drawn;
                var first = new DateOnly(2026, 1, 1).AddDays(offset);
                var ours = RecurrenceText.Read($"{first:yyyy-MM-dd} {rule}", out var error) ?? throw new InvalidOperationException(error);
                if (!ours.Has(first))
                {
                    // RFC 5545 section 3.8.5.3 leaves undefined what a rule means whose first date is none of its own.
                    return;
                }

                var end = first.AddDays(1500);
                var days = Enumerable.Range(0, 1500).Select(day => first.AddDays(day)).Where(ours.Has).Select(day => $"{day:yyyy-MM-dd}");
                Assert.Equal(Theirs(first, end, rule), days);
            },
            seed: "0000KMB0YtG0",
            iter: 2000,
            threads: 1);

    // The library leaves out the year in which a yearly rule ends (2FlRAqq9gI42), so the end is laid over its days here.
    private static string[] Theirs(DateOnly first, DateOnly end, string rule)
    {
        var parts = rule.Split(";UNTIL=");
        end = parts is [_, var until] && DateOnly.ParseExact(until, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(1) is var after && after < end ? after : end;
        var @event = new CalendarEvent { DtStart = new CalDateTime(first), RecurrenceRule = new RecurrenceRule(parts[0]) };
        return
        [
            .. @event.GetOccurrences(new CalDateTime(first)).Select(occurrence => occurrence.Period.StartTime.Date).TakeWhile(day => day < end)
                .Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
    }
}
