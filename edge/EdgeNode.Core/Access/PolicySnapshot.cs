using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>
/// A policy indexed for decisions at one site: everything a tap asks is a look-up here, never a query.
/// Immutable; swapped as a whole.
/// </summary>
public sealed class PolicySnapshot
{
    private readonly FrozenDictionary<CredentialToken, Credential> _credentials;
    private readonly FrozenDictionary<HolderRef, CredentialHolder> _holders;
    private readonly FrozenDictionary<HolderRef, Booking[]> _bookingsByHolder;
    private readonly FrozenDictionary<ResourceId, Booking[]> _bookingsByResource;
    private readonly FrozenDictionary<AccessProfileId, AccessProfile> _profiles;
    private readonly FrozenDictionary<ScheduleId, Schedule> _schedules;

    private PolicySnapshot(Policy policy, SitePlan plan)
    {
        Version = policy.Version;
        Hash = policy.Hash;
        Plan = plan;
        _credentials = policy.Credentials.ToFrozenDictionary(credential => credential.Token);
        _holders = policy.Holders.ToFrozenDictionary(holder => holder.Ref);
        HasEscorted = policy.Holders.Any(holder => holder.NeedsEscort);
        _profiles = policy.Profiles.ToFrozenDictionary(profile => profile.Id);
        _schedules = policy.Schedules.ToFrozenDictionary(schedule => schedule.Id);
        BookingsByStart = [.. policy.Bookings.OrderBy(booking => booking.Start).ThenBy(booking => booking.Id.Value, StringComparer.Ordinal)];
        _bookingsByHolder = BookingsByStart.GroupBy(booking => booking.Holder).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _bookingsByResource = BookingsByStart.GroupBy(booking => booking.Resource).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Version of the letter; 0 = none received yet.</summary>
    public long Version { get; }

    /// <summary>Hash of the letter, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Whether anybody needs an escort.</summary>
    public bool HasEscorted { get; }

    /// <summary>The site's doors and areas, with the path to every resource.</summary>
    public SitePlan Plan { get; }

    /// <summary>All bookings by start, then by id.</summary>
    public ImmutableArray<Booking> BookingsByStart { get; }

    /// <summary>Indexes a policy for a site.</summary>
    /// <exception cref="ArgumentException">An identifier stands twice in the policy.</exception>
    public static PolicySnapshot Build(SiteDefinition site, Policy policy) => new(policy, new SitePlan(site));

    /// <summary>The credential, or null.</summary>
    public Credential? FindCredential(CredentialToken token) => _credentials.GetValueOrDefault(token);

    /// <summary>The holder, or null.</summary>
    public CredentialHolder? FindHolder(HolderRef holder) => _holders.GetValueOrDefault(holder);

    /// <summary>The profile, or null: a missing profile grants nothing.</summary>
    public AccessProfile? FindProfile(AccessProfileId profile) => _profiles.GetValueOrDefault(profile);

    /// <summary>The schedule, or null: a missing schedule is never open.</summary>
    public Schedule? FindSchedule(ScheduleId schedule) => _schedules.GetValueOrDefault(schedule);

    /// <summary>The holder's bookings by start.</summary>
    public ReadOnlySpan<Booking> BookingsOf(HolderRef holder) => _bookingsByHolder.GetValueOrDefault(holder);

    /// <summary>The bookings of a desk or room by start.</summary>
    public ReadOnlySpan<Booking> BookingsOf(ResourceId resource) => _bookingsByResource.GetValueOrDefault(resource);

    /// <summary>Index in <see cref="BookingsByStart"/> of the first booking that starts after an instant.</summary>
    public int FirstAfter(DateTimeOffset instant)
    {
        var (low, high) = (0, BookingsByStart.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = BookingsByStart[middle].Start <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
