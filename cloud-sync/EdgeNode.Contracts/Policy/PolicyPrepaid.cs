using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>What is left of an employer's prepaid hours.</summary>
/// <param name="Employer">The employer.</param>
/// <param name="Left">Minutes left at all sites; negative = overdrawn. What the site has used on days that are not among the letter's <see cref="PolicyLetter.UsageCounted"/> is not taken off yet.</param>
/// <param name="Debt">Minutes of debt that a site bears by itself; 0 = none.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyPrepaid(string Employer, long Left, long Debt);
