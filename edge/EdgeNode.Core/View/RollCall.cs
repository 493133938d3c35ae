using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Who must be accounted for, and how sure that is. Knows references; names stand elsewhere.</summary>
/// <param name="AlarmSince">When the evacuation in force began, on the site's clock; null = none.</param>
/// <param name="People">Whom to look for, by zone.</param>
/// <param name="SeenLastHour">How many of them were seen at a door in the last hour.</param>
/// <param name="DesksInUse">Desks at which somebody sits.</param>
/// <param name="Count">How many people are in, as far as doors and desks tell.</param>
public sealed record RollCall(DateTimeOffset? AlarmSince, ImmutableArray<LastSeen> People, int SeenLastHour, int DesksInUse, HeadCount Count)
{
    private static readonly TimeSpan Recently = TimeSpan.FromHours(1);

    /// <summary>Nobody, as before the first look.</summary>
    public static readonly RollCall Nobody = new(null, [], 0, 0, default);

    /// <summary>The roll call of a state.</summary>
    /// <param name="state">The site.</param>
    /// <param name="listed">Whom a list that was frozen earlier holds; null = who is in now. In an evacuation nobody who was in at its start goes from it.</param>
    public static RollCall Of(SiteState state, ImmutableArray<HolderRef>? listed)
    {
        var now = state.Now?.Wall ?? default;
        var zone = state.Definition.TimeZone;
        var people = (listed ?? [.. state.Presence.Inside.Keys.Union(state.Evacuation?.Inside ?? [])]).Select(holder => Find(state, holder)).ToList();
        return new(
            state.Evacuation is { } evacuation ? zone.Local(evacuation.Since) : null,
            [.. people.OrderBy(one => one.Zone, StringComparer.Ordinal).ThenBy(one => one.Holder.Value, StringComparer.Ordinal)],
            people.Count(one => !one.HasLeft && one.LocalTime > now - Recently),
            state.Desks.Values.Count(desk => desk.Occupancy == DeskOccupancy.Occupied),
            HeadCount.Of(state));
    }

    private static LastSeen Find(SiteState state, HolderRef holder)
    {
        var site = state.Definition;
        var last = state.Whereabouts.GetValueOrDefault(holder);
        var resource = state.Sessions.Values.LastOrDefault(session => session.Holder == holder)?.Resource;
        return new(
            holder,
            site.Areas.FirstOrDefault(area => area.Id == last?.Area)?.Name ?? "",
            site.TimeZone.Local(last?.At ?? state.Presence.Inside.GetValueOrDefault(holder)),
            site.Desks.FirstOrDefault(desk => desk.Id == resource)?.Name ?? site.Rooms.FirstOrDefault(room => room.Id == resource)?.Name,
            last?.Area == AreaId.Outside);
    }
}
