namespace EdgeNode.Hub;

/// <summary>What a member pays by, from a month on.</summary>
/// <param name="Holder">The network's reference.</param>
/// <param name="Since">First month, yyyy-MM: a plan changes on the first of a month.</param>
/// <param name="Kind">Use, Prepaid, Flat or Day.</param>
/// <param name="Fee">Cents a month (Flat) or a day (Day); 0 otherwise.</param>
/// <param name="Employer">Who pays the hours, if anybody.</param>
/// <param name="CostCentre">The employer's cost centre.</param>
public sealed record MemberPlan(string Holder, string Since, EntryKind Kind, long Fee = 0, string? Employer = null, string CostCentre = "")
{
    /// <summary>Redacted: prints no reference.</summary>
    public override string ToString() => $"plan:{Kind}";
}
