using System.Collections.Immutable;
using System.Globalization;

namespace EdgeNode.Core;

/// <summary>
/// Recurrences as text: a first date, yyyy-MM-dd, or a rule of RFC 5545 section 3.3.10, or both with a space between. Strict: a part
/// that is not understood refuses the whole, since skipping it could open a door on a day on which it should be shut.
/// </summary>
public static class RecurrenceText
{
    private const int LongestCount = 10_000;

    private static readonly string[] Frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>Reads one; on failure <paramref name="error"/> says what is wrong and what to write.</summary>
    public static Recurrence? Read(string text, out string error)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var dated = DateOnly.TryParseExact(parts.FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        var rule = parts.ElementAtOrDefault(dated ? 1 : 0);
        error = "";
        if (rule is null && dated)
        {
            return new() { First = first };
        }

        if (rule is null || !rule.Contains('=', StringComparison.Ordinal) || (!dated && parts.Length > 1))
        {
            error = $"'{text}' is no date and no rule; write for example 2026-12-24, or FREQ=WEEKLY;BYDAY=MO,TU, or both with a space between";
            return null;
        }

        var reading = new RuleReading();
        foreach (var part in rule.Split(';'))
        {
            reading.Take(part);
        }

        var read = reading.Finish(dated ? first : null);
        error = reading.Error ?? "";
        return reading.Error is null ? read : null;
    }

    private sealed class RuleReading
    {
        private readonly HashSet<string> _seen = [];
        private Recurrence _rule = new();
        private int? _count;

        public string? Error { get; private set; }

        public void Take(string part)
        {
            var (name, value) = part.Split('=') is [var left, var right] ? (left, right) : (part, "");
            if (!_seen.Add(name))
            {
                Fail($"{name} stands twice; write it once");
            }

            switch (name)
            {
                case "FREQ" when Array.IndexOf(Frequencies, value) is >= 0 and var index:
                    _rule = _rule with { Frequency = Frequency.Daily + index };
                    break;
                case "INTERVAL" when Number(value, 1, 1000) is { } interval:
                    _rule = _rule with { Interval = interval };
                    break;
                case "COUNT" when Number(value, 1, LongestCount) is { } count:
                    _count = count;
                    break;
                case "UNTIL" when DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until):
                    _rule = _rule with { Until = until };
                    break;
                case "BYMONTH" when List(value, text => Number(text, 1, 12)) is { } months:
                    _rule = _rule with { Months = months };
                    break;
                case "BYMONTHDAY" when List(value, text => Number(text, 1, 31) ?? Number(text, -31, -1)) is { } days:
                    _rule = _rule with { MonthDays = days };
                    break;
                case "BYDAY" when List(value, Weekday) is { } weekdays:
                    _rule = _rule with { Weekdays = weekdays };
                    break;
                case "WKST" when value == "MO":
                    break;
                default:
                    Fail($"'{part}' is not understood here; FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL 1 to 1000, COUNT 1 to {LongestCount}, UNTIL yyyyMMdd, "
                        + "BYMONTH 1 to 12, BYMONTHDAY 1 to 31 or -1 to -31, BYDAY for example MO or 2MO or -1FR, WKST MO");
                    break;
            }
        }

        public Recurrence Finish(DateOnly? first)
        {
            var ordinals = _rule.Weekdays.Any(weekday => weekday.Nth != 0);
            if (_rule.Frequency == Frequency.Once)
            {
                Fail("FREQ is missing; write for example FREQ=WEEKLY;BYDAY=MO");
            }
            else if (ordinals && _rule.Frequency is not (Frequency.Monthly or Frequency.Yearly))
            {
                Fail("BYDAY counts weekdays, for example 2MO, only with FREQ=MONTHLY or FREQ=YEARLY; write MO");
            }
            else if (_count is not null && _rule.Until is not null)
            {
                Fail("COUNT and UNTIL exclude each other; leave one out");
            }
            else if (first is null && (_rule.Interval > 1 || _count is not null || LeavesDayToFirst))
            {
                Fail("it does not say by itself on which days it falls; put its first date before it, for example 2026-01-05 FREQ=WEEKLY;INTERVAL=2");
            }

            return Error is null && first is { } from ? Counted(WithDay(_rule with { First = from })) : _rule;
        }

        private bool LeavesDayToFirst => _rule.Weekdays.IsEmpty && _rule.MonthDays.IsEmpty && _rule.Frequency != Frequency.Daily;

        // What a rule leaves open its first date says (RFC 5545 section 3.3.10, last paragraphs).
        private Recurrence WithDay(Recurrence rule) => !LeavesDayToFirst ? rule : rule.Frequency switch
        {
            Frequency.Weekly => rule with { Weekdays = [new(0, rule.First.DayOfWeek)] },
            Frequency.Yearly when rule.Months.IsEmpty => rule with { Months = [rule.First.Month], MonthDays = [rule.First.Day] },
            _ => rule with { MonthDays = [rule.First.Day] },
        };

        // The day of the last one is an end as good as their number, and needs no counting later.
        private Recurrence Counted(Recurrence rule)
        {
            if (_count is not { } left)
            {
                return rule;
            }

            var date = rule.First;
            while (date < DateOnly.MaxValue && (!rule.Has(date) || --left > 0))
            {
                date = date.AddDays(1);
            }

            return rule with { Until = date };
        }

        private void Fail(string error) => Error ??= error;

        private static int? Number(string text, int least, int most) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

        private static ImmutableArray<T>? List<T>(string text, Func<string, T?> read)
            where T : struct
        {
            var values = text.Split(',').Select(read).ToArray();
            return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
        }

        private static NthWeekday? Weekday(string text)
        {
            var day = text.Length < 2 ? -1 : Array.IndexOf(Weekdays, text[^2..]);
            var nth = text.Length <= 2 ? 0 : Number(text[..^2], 1, 53) ?? Number(text[..^2], -53, -1);
            return day < 0 || nth is not { } found ? null : new(found, (DayOfWeek)day);
        }
    }
}
