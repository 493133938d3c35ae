using System.Collections.Frozen;
using System.Collections.Immutable;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>The groups of special days of a policy letter, and those that every site knows.</summary>
internal static class SpecialDayRows
{
    public static FrozenDictionary<string, SpecialDayGroup> Read(IReadOnlyList<PolicySpecialDays> rows, PolicyErrors errors) =>
        errors.Each("specialDays", rows, Group, group => group.Id)
            .Append<(string Id, SpecialDayGroup Days)>((BelgianHolidays.GroupName, new SpecialDayGroup.Belgium()))
            .DistinctBy(group => group.Id)
            .ToFrozenDictionary(group => group.Id, group => group.Days);

    private static (string Id, SpecialDayGroup Days) Group(PolicySpecialDays row, PolicyErrors errors)
    {
        var id = errors.Id("id", row.Id);
        if (id == BelgianHolidays.GroupName)
        {
            errors.Add("id", $"is '{BelgianHolidays.GroupName}', which every site knows by itself; take another name");
        }

        return (id, new SpecialDayGroup.Listed([.. row.Days.Select(days => errors.Recurrence("days", days))]));
    }
}
