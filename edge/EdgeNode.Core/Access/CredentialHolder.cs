using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A person as the door knows one: a reference, a class, a home, standing rights.</summary>
/// <param name="Ref">The network's reference.</param>
/// <param name="Class">Staff of the host, member of the network, or guest.</param>
/// <param name="Home">The site that the holder belongs to; settlement pays the visited site from there.</param>
/// <param name="Profiles">Standing rights; empty for most members.</param>
/// <param name="PlanHours">Hours that the holder's plan covers; null = at any time.</param>
/// <param name="ExtendedTime">Needs the door's extended release and open time.</param>
public sealed record CredentialHolder(
    HolderRef Ref,
    HolderClass Class,
    SiteId Home,
    ImmutableArray<AccessProfileId> Profiles,
    ScheduleId? PlanHours,
    bool ExtendedTime)
{
    /// <summary>The holder's PINs; null = none.</summary>
    public HolderPin? Pin { get; init; }

    /// <summary>Never asked for a PIN, for example because keys cannot be reached.</summary>
    public bool PinExempt { get; init; }

    /// <summary>The employer whose prepaid hours the holder uses; null = none.</summary>
    public EmployerId? Employer { get; init; }

    /// <summary>Pays by the calendar day on which a stay begins, once in the whole network.</summary>
    public bool DayPass { get; init; }

    /// <summary>Comes in only together with staff of the host.</summary>
    public bool NeedsEscort { get; init; }
}
