using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Everything the network says about who may enter, as one verified letter carries it.</summary>
/// <param name="Version">Rises with every letter for this site; 0 = none received yet.</param>
/// <param name="Hash">SHA-256 of the letter, lower-case hex; empty for version 0.</param>
/// <param name="Holders">Every holder known here.</param>
/// <param name="Credentials">Every credential, blocked ones too.</param>
/// <param name="Profiles">Access profiles.</param>
/// <param name="Schedules">Schedules that profiles and plans name.</param>
/// <param name="Bookings">Bookings of this site.</param>
public sealed record Policy(
    long Version,
    string Hash,
    ImmutableArray<CredentialHolder> Holders,
    ImmutableArray<Credential> Credentials,
    ImmutableArray<AccessProfile> Profiles,
    ImmutableArray<Schedule> Schedules,
    ImmutableArray<Booking> Bookings)
{
    /// <summary>Nobody may enter anything: what a site knows before its first letter.</summary>
    public static readonly Policy Nothing = new(0, "", [], [], [], [], []);

    /// <summary>What is left of employers' prepaid hours.</summary>
    public ImmutableArray<PrepaidHours> Prepaid { get; init; } = [];

    /// <summary>Usage days of this site that <see cref="Prepaid"/> counts.</summary>
    public ImmutableArray<DateOnly> UsageCounted { get; init; } = [];
}
