using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>specialDays and schedules: the hours that doors name.</summary>
internal static class ScheduleSection
{
    public static void Read(MapReader root, SiteDraft draft)
    {
        var groups = new Dictionary<string, SpecialDayGroup>(StringComparer.Ordinal) { [BelgianHolidays.GroupName] = new SpecialDayGroup.Belgium() };
        root.Optional("specialDays").List("group of special days", map =>
        {
            var id = draft.SpecialDayNames.Declare(map.Required("id", "bridges"));
            return groups[id] = new SpecialDayGroup.Listed(map.Required("days", "[2026-12-24]").Recurrences());
        });
        root.Optional("schedules").List("schedule", map =>
        {
            var id = draft.ScheduleNames.Declare(map.Required("id", "office"));
            return draft.Schedules[id] = new(
                new(id),
                map.Required("hours", "and below it one line \"- days: …\" for each").List("hours", Window),
                map.Optional("special").List("special hours", special => Special(special, draft, groups)));
        });
    }

    private static ScheduleWindow Window(MapReader map)
    {
        var days = map.Required("days", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR").Recurrence();
        var from = map.Required("from", "\"08:00\"").TimeOfDay(new(8, 0)) ?? default;
        var field = map.Required("to", "\"18:00\"");
        var to = field.TimeOfDay(new(18, 0)) ?? default;
        if (from == to && to != TimeOnly.MinValue)
        {
            field.Fail("from and to are the same", "write from: \"00:00\" and to: \"00:00\" for a whole day");
        }

        return new(days, from, to);
    }

    private static SpecialDayHours Special(MapReader map, SiteDraft draft, Dictionary<string, SpecialDayGroup> groups)
    {
        var group = draft.SpecialDayNames.Refer(map.Required("days", BelgianHolidays.GroupName));
        return new(groups.GetValueOrDefault(group) ?? new SpecialDayGroup.Listed([]), map.Optional("hours").List("hours", Hours).CastArray(hours => (hours.From, hours.To)));
    }

    private static Span Hours(MapReader map)
    {
        var from = map.Required("from", "\"09:00\"").TimeOfDay(new(9, 0)) ?? default;
        var field = map.Required("to", "\"12:00\"");
        var to = field.TimeOfDay(new(12, 0)) ?? default;
        if (to <= from && to != TimeOnly.MinValue)
        {
            field.Fail("to is not after from; the hours of a special day end with it", "write a later time, or \"00:00\" for the end of the day");
        }

        return new(from, to);
    }

    private static ImmutableArray<TTo> CastArray<TFrom, TTo>(this ImmutableArray<TFrom> items, Func<TFrom, TTo> cast) => [.. items.Select(cast)];

    private sealed record Span(TimeOnly From, TimeOnly To);
}
