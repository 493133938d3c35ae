namespace EdgeNode.Core;

/// <summary>One price of a rate card. What is null fits everything.</summary>
/// <param name="Stars">Class of the visited site, 1 to 3.</param>
/// <param name="Kind">Kind of the resource, for example <c>desk</c>.</param>
/// <param name="Day">Local weekday.</param>
/// <param name="From">Local time, inclusive.</param>
/// <param name="To">Local time, exclusive; 00:00 = end of the day.</param>
/// <param name="CentsPerHour">Price, 0 or more.</param>
public sealed record RatingRate(int? Stars, string? Kind, DayOfWeek? Day, TimeOnly From, TimeOnly To, long CentsPerHour)
{
    /// <summary>Whether it prices a minute that begins at a local time.</summary>
    public bool Fits(int stars, string kind, DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        return (Stars is null || Stars == stars)
            && (Kind is null || Kind == kind)
            && (Day is null || Day == local.DayOfWeek)
            && time >= From
            && (To == TimeOnly.MinValue || time < To);
    }
}
