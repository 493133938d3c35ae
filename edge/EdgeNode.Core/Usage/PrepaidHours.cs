namespace EdgeNode.Core;

/// <summary>What is left of the hours that an employer prepaid, and how far a site may let them be overdrawn by itself.</summary>
/// <param name="Employer">The employer.</param>
/// <param name="Left">Minutes left at all sites when the network wrote it; negative = overdrawn.</param>
/// <param name="Debt">Minutes of debt that are borne; 0 = none.</param>
public sealed record PrepaidHours(EmployerId Employer, long Left, long Debt)
{
    /// <summary>Whether they are used up with minutes that the network has not counted yet; the network gives the numbers, the site refuses by them.</summary>
    public bool AreUsedUp(long minutes) => Left - minutes <= -Debt;
}
