namespace EdgeNode.Core;

/// <summary>
/// The instant at which an event is decided, on two clocks that never mix: door and desk timers read
/// <see cref="Uptime"/> only, bookings and schedules read <see cref="Wall"/> only.
/// </summary>
/// <param name="Uptime">Time since the node was started; never goes back, never jumps.</param>
/// <param name="Wall">Time of day in UTC; may jump.</param>
/// <param name="Trust">How far <paramref name="Wall"/> may be believed.</param>
public readonly record struct Moment(TimeSpan Uptime, DateTimeOffset Wall, ClockTrust Trust)
{
    /// <summary>The wall time at an uptime in the past, as long as the wall clock did not jump since.</summary>
    internal DateTimeOffset WallAt(TimeSpan uptime) => Wall - (Uptime - uptime);

    /// <summary>A wall time as a deadline on the uptime clock, as long as the wall clock does not jump; every step looks anew.</summary>
    internal Deadline DeadlineAt(DateTimeOffset wall, string why) => new(UptimeAt(wall), why);

    /// <summary>A wall time on the uptime clock, as long as the wall clock does not jump.</summary>
    internal TimeSpan UptimeAt(DateTimeOffset wall) => Uptime + (wall - Wall);
}
