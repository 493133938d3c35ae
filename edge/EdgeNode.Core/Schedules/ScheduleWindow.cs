namespace EdgeNode.Core;

/// <summary>Hours that begin on certain days, in local time.</summary>
/// <param name="Days">The days on which they begin.</param>
/// <param name="From">First minute, inclusive.</param>
/// <param name="To">End, exclusive; at or before <paramref name="From"/> it is the next day's, so that 22:00 to 06:00 is a night and 00:00 to 00:00 a whole day.</param>
public sealed record ScheduleWindow(Recurrence Days, TimeOnly From, TimeOnly To)
{
    internal DateTime Start(DateOnly day) => day.ToDateTime(From);

    internal DateTime End(DateOnly day) => To > From ? day.ToDateTime(To) : day.AddDays(1).ToDateTime(To);
}
