namespace EdgeNode.Core;

/// <summary>One tap at a known door by a known holder, with the time as far as it may be believed.</summary>
internal readonly record struct AccessCase(PolicySnapshot Policy, AccessRequest Request, Moment Now, Door Door, CredentialHolder Holder)
{
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(24);

    // The last cut-off hour: nobody is known to be anywhere since before it.
    private DateTimeOffset CutOff
    {
        get
        {
            var zone = Policy.Plan.Site.TimeZone;
            var today = zone.LocalDay(Now.Wall);
            var cutOff = zone.Instant(today, Policy.Plan.Site.Rules.PassbackCutOff);
            return cutOff <= Now.Wall ? cutOff : zone.Instant(today.AddDays(-1), Policy.Plan.Site.Rules.PassbackCutOff);
        }
    }

    /// <summary>An untrusted clock at a strict door: only rights without a time bound count.</summary>
    public bool OnlyTimeless => Now.Trust == ClockTrust.Untrusted && Door.UntrustedClock == UntrustedClock.Strict;

    /// <summary>The latest instant that it may be now: the same as the wall time, or 24 h later at a lenient door with an untrusted clock.</summary>
    public DateTimeOffset Latest =>
        Now.Trust == ClockTrust.Untrusted && Door.UntrustedClock == UntrustedClock.Lenient ? Now.Wall + Doubt : Now.Wall;

    /// <summary>What the area behind the door does about passing back.</summary>
    public AntiPassback AntiPassback => Policy.Plan.FindArea(Door.To)?.AntiPassback ?? AntiPassback.Off;

    /// <summary>Whether this entry would pass a badge back.</summary>
    public bool PassesBack => AntiPassback.Kind != AntiPassbackKind.Off
        && Whereabouts.PassesBack(Request.Whereabouts.GetValueOrDefault(Holder.Ref), Door, AntiPassback, Now.Wall, CutOff);

    /// <summary>Whether the holder must enter a PIN here now.</summary>
    public bool AsksPin => PinRule.Asks(Door, Holder, Now, Policy.Plan.Site.TimeZone);

    /// <summary>Whether somebody else must be there who is not: a second one at a door for two, or staff with somebody who needs an escort.</summary>
    public bool LacksCompanion => (Door.TwoPerson || Holder.NeedsEscort)
        && !(Request.Companion is { } other && other.Ref != Holder.Ref && (!Holder.NeedsEscort || (other.Class == HolderClass.Staff && !other.NeedsEscort)));

    /// <summary>Whether a schedule is open at some instant that it may be now; a missing schedule never is.</summary>
    public bool IsOpen(ScheduleId id)
    {
        var zone = Policy.Plan.Site.TimeZone;
        return Policy.FindSchedule(id) is { } schedule &&
            schedule.Meets(zone.Local(Now.Wall).DateTime, zone.Local(Latest).DateTime);
    }
}
