namespace EdgeNode.Hub;

/// <summary>A holder as the network keeps one: a reference, never a name.</summary>
/// <param name="Ref">The network's reference.</param>
/// <param name="Class">Guest, Member or Staff; staff is staff at its home only, a member elsewhere.</param>
/// <param name="Home">The site that the holder belongs to.</param>
/// <param name="Profiles">Standing rights by profile.</param>
/// <param name="PlanHours">Schedule of the plan; null = at any time.</param>
/// <param name="ExtendedTime">Needs the door's extended times.</param>
public sealed record Member(
    string Ref, string Class, string Home, IReadOnlyList<string>? Profiles = null, string? PlanHours = null, bool ExtendedTime = false)
{
    /// <summary>Never asked for a PIN.</summary>
    public bool PinExempt { get; init; }

    /// <summary>Comes in only together with staff of the host.</summary>
    public bool NeedsEscort { get; init; }

    /// <summary>Redacted: prints no reference.</summary>
    public override string ToString() => "holder:***";
}
