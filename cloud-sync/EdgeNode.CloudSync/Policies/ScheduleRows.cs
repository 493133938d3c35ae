using System.Collections.Frozen;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>A schedule of a policy letter. One of its groups that leads nowhere is an error: a closed day that is passed over would open doors.</summary>
internal static class ScheduleRows
{
    public static Schedule Read(PolicySchedule row, FrozenDictionary<string, SpecialDayGroup> groups, PolicyErrors errors) => new(
        new(errors.Id("id", row.Id)),
        [.. row.Windows.Select(window => Window(window, errors))],
        [.. row.Special.Select(special => Special(special, groups, errors))]);

    private static ScheduleWindow Window(PolicyWindow? window, PolicyErrors errors)
    {
        var days = errors.Recurrence("windows.days", window?.Days);
        var from = errors.Time("windows.from", window?.From);
        var to = errors.Time("windows.to", window?.To);
        if (from == to && to != TimeOnly.MinValue)
        {
            errors.Add("windows.to", "is the same as from; write 00:00 to 00:00 for a whole day");
        }

        return new(days, from, to);
    }

    private static SpecialDayHours Special(PolicySpecialHours? row, FrozenDictionary<string, SpecialDayGroup> groups, PolicyErrors errors)
    {
        if (!groups.TryGetValue(row?.Days ?? "", out var days))
        {
            errors.Add("special.days", $"is '{row?.Days}', a group that is not in specialDays; the letter has {string.Join(", ", groups.Keys.Order(StringComparer.Ordinal))}");
        }

        return new(days ?? new SpecialDayGroup.Listed([]), [.. (row?.Hours ?? []).Select(hours => Hours(hours, errors))]);
    }

    private static (TimeOnly From, TimeOnly To) Hours(string? text, PolicyErrors errors)
    {
        var times = (text ?? "").Split('-').Select(PolicyWords.Time).ToArray();
        if (times is [{ } from, { } to] && (to > from || to == TimeOnly.MinValue))
        {
            return (from, to);
        }

        errors.Add("special.hours", $"is '{text}'; it must be HH:mm-HH:mm within one day, for example 09:00-12:30");
        return default;
    }
}
