namespace EdgeNode.Hub;

/// <summary>What came of proving a month again.</summary>
/// <param name="Site">The site.</param>
/// <param name="Month">yyyy-MM.</param>
/// <param name="Days">Sealed days looked at.</param>
/// <param name="Records">Journal records whose chain holds.</param>
/// <param name="Sessions">Sessions that the site signed.</param>
/// <param name="Minutes">Minutes that the site signed.</param>
/// <param name="Wrong">What does not hold; empty when everything does.</param>
public sealed record VerificationReport(
    string Site, string Month, int Days, long Records, long Sessions, long Minutes, IReadOnlyList<string> Wrong);
