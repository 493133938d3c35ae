namespace EdgeNode.Core;

/// <summary>How many people are in, and how sure that is. Names nobody.</summary>
/// <param name="Least">At least so many.</param>
/// <param name="Likely">Most likely so many.</param>
/// <param name="Most">At most so many, as far as the doors tell.</param>
public readonly record struct HeadCount(int Least, int Likely, int Most)
{
    /// <summary>The count of a site.</summary>
    public static HeadCount Of(SiteState state)
    {
        var presence = state.Presence;
        var left = Math.Max(presence.Inside.Count - presence.LeftUnseen, 0);
        var seated = state.Desks.Values.Count(desk => desk.Occupancy == DeskOccupancy.Occupied);
        var least = Math.Max(left, seated);
        var most = Math.Max(presence.Inside.Count + presence.CameUnseen, least);
        return new(least, Math.Clamp(left + presence.CameUnseen, least, most), most);
    }
}
