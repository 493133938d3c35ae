using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A holder in a policy; never a name.</summary>
/// <param name="Ref">The network's reference.</param>
/// <param name="Class">Guest, Member or Staff.</param>
/// <param name="Home">The site that the holder belongs to.</param>
/// <param name="Profiles">Standing rights, by profile id.</param>
/// <param name="PlanHours">Schedule of the holder's plan; null = at any time.</param>
/// <param name="ExtendedTime">Needs the door's extended times.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyHolder(
    string Ref, string Class, string Home, IReadOnlyList<string> Profiles, string? PlanHours, bool ExtendedTime)
{
    /// <summary>PIN as pbkdf2-sha256$iterations$salt$hash; null = none.</summary>
    public string? Pin { get; init; }

    /// <summary>PIN for entry under threat, in the same form; null = none.</summary>
    public string? DuressPin { get; init; }

    /// <summary>Never asked for a PIN; null = no.</summary>
    public bool? PinExempt { get; init; }

    /// <summary>Comes in only together with staff; null = no.</summary>
    public bool? NeedsEscort { get; init; }

    /// <summary>The employer whose prepaid hours are used; null = none.</summary>
    public string? Employer { get; init; }

    /// <summary>Pays by the local day on which a stay begins; null = no.</summary>
    public bool? DayPass { get; init; }

    /// <summary>Redacted: prints no reference.</summary>
    public override string ToString() => "holder:***";
}
