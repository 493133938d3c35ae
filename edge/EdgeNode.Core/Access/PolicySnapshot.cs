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
    private readonly BookingIndex _bookings;
    private readonly FrozenDictionary<AccessProfileId, AccessProfile> _profiles;
    private readonly FrozenDictionary<ScheduleId, Schedule> _schedules;
    private readonly FrozenDictionary<EmployerId, PrepaidHours> _prepaid;

    private PolicySnapshot(Policy policy, SitePlan plan)
    {
        Version = policy.Version;
        Hash = policy.Hash;
        Plan = plan;
        _credentials = policy.Credentials.ToFrozenDictionary(credential => credential.Token);
        _holders = policy.Holders.ToFrozenDictionary(holder => holder.Ref);
        HasEscorted = policy.Holders.Any(holder => holder.NeedsEscort);
        LoanBadges = [.. policy.Credentials.Where(credential => credential.Enabled).Select(credential => credential.Loan).OfType<LoanBadgeId>().Distinct().OrderBy(badge => badge.Value, StringComparer.Ordinal)];
        Staff = [.. policy.Holders.Where(holder => holder.Class == HolderClass.Staff).Select(holder => holder.Ref).OrderBy(holder => holder.Value, StringComparer.Ordinal)];
        _profiles = policy.Profiles.ToFrozenDictionary(profile => profile.Id);
        _schedules = policy.Schedules.ToFrozenDictionary(schedule => schedule.Id);
        _bookings = new(policy.Bookings, plan);
        _prepaid = policy.Prepaid.ToFrozenDictionary(hours => hours.Employer);
        UsageCounted = policy.UsageCounted.ToFrozenSet();
    }

    private PolicySnapshot(PolicySnapshot letter, ImmutableArray<SeatHold> holds)
    {
        (Version, Hash, Plan, HasEscorted) = (letter.Version, letter.Hash, letter.Plan, letter.HasEscorted);
        (_credentials, _holders, _profiles, _schedules) = (letter._credentials, letter._holders, letter._profiles, letter._schedules);
        _bookings = letter._bookings.With(holds);
        (_prepaid, UsageCounted, LoanBadges, Staff) = (letter._prepaid, letter.UsageCounted, letter.LoanBadges, letter.Staff);
    }

    /// <summary>Version of the letter; 0 = none received yet.</summary>
    public long Version { get; }

    /// <summary>Hash of the letter, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Usage days of this site that the network had counted when it wrote the letter; one that waits has no later one wait with it.</summary>
    public FrozenSet<DateOnly> UsageCounted { get; }

    /// <summary>Whether anybody needs an escort.</summary>
    public bool HasEscorted { get; }

    /// <summary>Loan badges of the site that are not blocked, by what is written on them.</summary>
    public ImmutableArray<LoanBadgeId> LoanBadges { get; }

    /// <summary>The host's own people.</summary>
    public ImmutableArray<HolderRef> Staff { get; }

    /// <summary>The site's doors and areas, with the path to every resource.</summary>
    public SitePlan Plan { get; }

    /// <summary>All bookings by start, then by id.</summary>
    public ImmutableArray<Booking> BookingsByStart => _bookings.ByStart;

    /// <summary>All bookings by the instant at which each is released if nobody comes.</summary>
    public ImmutableArray<NoShow> BookingsByNoShow => _bookings.ByNoShow;

    /// <summary>Seats that the site gave by itself; bookings are told with them laid over the network's.</summary>
    public ImmutableArray<SeatHold> Holds => _bookings.Holds;

    /// <summary>Indexes a policy for a site.</summary>
    /// <exception cref="ArgumentException">An identifier stands twice in the policy.</exception>
    public static PolicySnapshot Build(SiteDefinition site, Policy policy) => new(policy, new SitePlan(site));

    /// <summary>The same policy under other holds.</summary>
    public PolicySnapshot With(ImmutableArray<SeatHold> holds) => new(this, holds);

    /// <summary>The credential, or null.</summary>
    public Credential? FindCredential(CredentialToken token) => _credentials.GetValueOrDefault(token);

    /// <summary>The tokens of a holder's credentials; slow, for looking back only.</summary>
    public IEnumerable<CredentialToken> TokensOf(HolderRef? holder) =>
        _credentials.Values.Where(credential => credential.Holder == holder).Select(credential => credential.Token).OrderBy(token => token.Value, StringComparer.Ordinal);

    /// <summary>The credential of a loan badge, or null; slow, for handing out only.</summary>
    public Credential? FindLoanBadge(LoanBadgeId badge) => _credentials.Values.FirstOrDefault(credential => credential.Loan == badge);

    /// <summary>What is left of an employer's prepaid hours, or null when the network does not say.</summary>
    public PrepaidHours? FindPrepaid(EmployerId employer) => _prepaid.GetValueOrDefault(employer);

    /// <summary>The holder, or null.</summary>
    public CredentialHolder? FindHolder(HolderRef holder) => _holders.GetValueOrDefault(holder);

    /// <summary>The profile, or null: a missing profile grants nothing.</summary>
    public AccessProfile? FindProfile(AccessProfileId profile) => _profiles.GetValueOrDefault(profile);

    /// <summary>The schedule, or null: a missing schedule is never open.</summary>
    public Schedule? FindSchedule(ScheduleId schedule) => _schedules.GetValueOrDefault(schedule);

    /// <summary>The holder's bookings by start.</summary>
    public ReadOnlySpan<Booking> BookingsOf(HolderRef holder) => _bookings.Of(holder);

    /// <summary>The bookings of a desk or room by start.</summary>
    public ReadOnlySpan<Booking> BookingsOf(ResourceId resource) => _bookings.Of(resource);

    /// <summary>A booking as the network knows it, without holds; null when it does not.</summary>
    public Booking? LetterBooking(HolderRef holder, BookingId id) => _bookings.Letter(holder, id);

    /// <summary>Index in <see cref="BookingsByStart"/> of the first booking that starts after an instant.</summary>
    public int FirstAfter(DateTimeOffset instant) => BookingIndex.FirstAfter(BookingsByStart, booking => booking.Start, instant);

    /// <summary>Index in <see cref="BookingsByNoShow"/> of the first booking that is released after an instant.</summary>
    public int FirstNoShowAfter(DateTimeOffset instant) => BookingIndex.FirstAfter(BookingsByNoShow, noShow => noShow.At, instant);
}
