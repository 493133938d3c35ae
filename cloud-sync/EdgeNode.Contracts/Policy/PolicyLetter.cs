using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Everything the network says about who may enter one site. Unknown members are refused: a rule that is not understood must not be skipped.</summary>
/// <param name="Site">The site it is meant for.</param>
/// <param name="Version">Rises with every letter for this site, from 1.</param>
/// <param name="Holders">Every holder known there.</param>
/// <param name="Credentials">Every credential, blocked ones too.</param>
/// <param name="Profiles">Access profiles.</param>
/// <param name="SpecialDays">Groups of special days that the schedules name.</param>
/// <param name="Schedules">Schedules.</param>
/// <param name="Bookings">Bookings of that site.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyLetter(
    string Site,
    long Version,
    IReadOnlyList<PolicyHolder> Holders,
    IReadOnlyList<PolicyCredential> Credentials,
    IReadOnlyList<PolicyProfile> Profiles,
    IReadOnlyList<PolicySpecialDays> SpecialDays,
    IReadOnlyList<PolicySchedule> Schedules,
    IReadOnlyList<PolicyBooking> Bookings) : Letter
{
    /// <summary>Prepaid hours of the employers that holders name; null = none.</summary>
    public IReadOnlyList<PolicyPrepaid>? Prepaid { get; init; }

    /// <summary>Usage days of this site that <see cref="Prepaid"/> counts, yyyy-MM-dd, those of the last 60 days; null = none.</summary>
    public IReadOnlyList<string>? UsageCounted { get; init; }

    /// <summary>Redacted: prints no content.</summary>
    public override string ToString() => $"policy {Version} of {Site}";
}
