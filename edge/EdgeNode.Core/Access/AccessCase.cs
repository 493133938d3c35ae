namespace EdgeNode.Core;

/// <summary>One tap at a known door by a known holder, with the time as far as it may be believed.</summary>
internal readonly record struct AccessCase(PolicySnapshot Policy, AccessRequest Request, Moment Now, Door Door, CredentialHolder Holder)
{
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(24);

    /// <summary>An untrusted clock at a strict door: only rights without a time bound count.</summary>
    public bool OnlyTimeless => Now.Trust == ClockTrust.Untrusted && Door.UntrustedClock == UntrustedClock.Strict;

    /// <summary>The latest instant that it may be now: the same as the wall time, or 24 h later at a lenient door with an untrusted clock.</summary>
    public DateTimeOffset Latest =>
        Now.Trust == ClockTrust.Untrusted && Door.UntrustedClock == UntrustedClock.Lenient ? Now.Wall + Doubt : Now.Wall;

    /// <summary>Whether a schedule is open at some instant that it may be now; a missing schedule never is.</summary>
    public bool IsOpen(ScheduleId id)
    {
        var zone = Policy.Plan.Site.TimeZone;
        return Policy.FindSchedule(id) is { } schedule &&
            schedule.Meets(zone.Local(Now.Wall).DateTime, zone.Local(Latest).DateTime);
    }
}
