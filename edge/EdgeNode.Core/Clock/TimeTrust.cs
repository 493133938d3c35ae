namespace EdgeNode.Core;

/// <summary>How far the wall clock may be believed, and what it then says.</summary>
/// <param name="Floor">The last journalled time, or the program's build date: untrusted time starts here.</param>
/// <param name="ConfirmedAt">Uptime of the last confirmation by network time or a battery clock; null = never since boot.</param>
public sealed record TimeTrust(DateTimeOffset Floor, TimeSpan? ConfirmedAt)
{
    private static readonly TimeSpan HoldoverLimit = TimeSpan.FromDays(7);

    /// <summary>Notes whether the clock is confirmed right now.</summary>
    public TimeTrust Confirm(bool confirmed, TimeSpan uptime) => confirmed ? this with { ConfirmedAt = uptime } : this;

    /// <summary>The moment at an uptime, given what the system clock says.</summary>
    public Moment Judge(TimeSpan uptime, DateTimeOffset system) =>
        ConfirmedAt is not { } confirmed || uptime - confirmed > HoldoverLimit ? new(uptime, Floor + uptime, ClockTrust.Untrusted)
        : new(uptime, system.ToUniversalTime(), uptime == confirmed ? ClockTrust.Trusted : ClockTrust.Holdover);
}
