using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Who may enter, read straight from the network's letter: the rows A1 to A4, A9, A17, A18, C1, C15, C17 and the clock rule of the product.</summary>
internal sealed class ReferenceRights(SiteDefinition site, ReferencePlan plan, PolicyLetter letter)
{
    // The order of telling: the first of the reasons found is the one on the wire.
    private static readonly string[] Order =
    [
        "UnknownAccessPoint", "ReaderPaused", "CredentialNotFound", "CredentialNotEnabled", "CredentialNotActive", "CredentialExpired", "HolderNotFound",
        "HostPrivateArea", "PassedBack", "JournalUnavailable", "DoorModeRefuses", "ClockNotTrusted", "TooEarly", "BookingReleased", "BookingOver",
        "NotOnPath", "NotPermittedAtThisTime", "NoBookingNoRight",
    ];

    public PolicyLetter Letter => letter;

    /// <summary>The last day on which a credential is valid; the last of all when it has none.</summary>
    public static DateOnly LastDay(PolicyCredential credential) =>
        credential.ValidThrough is { } last ? DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.MaxValue;

    public ReferenceVerdict Decide(string reader, string token, Moment now, ReferenceStanding standing)
    {
        var point = site.AccessPoints.FirstOrDefault(point => point.Id.Value == reader);
        if (point is null)
        {
            return Refused("UnknownAccessPoint");
        }

        if (standing.ReaderPaused && point.Direction == Direction.In)
        {
            return Refused("ReaderPaused");
        }

        var credential = letter.Credentials.FirstOrDefault(credential => credential.Token == token);
        if (credential is null)
        {
            return Refused("CredentialNotFound");
        }

        var holder = letter.Holders.FirstOrDefault(holder => holder.Ref == credential.Holder);
        if (holder is null)
        {
            return Refused("HolderNotFound");
        }

        if (point.Direction == Direction.Out)
        {
            return new("Exit", holder, null, [], null);
        }

        var door = site.Doors.First(door => door.Id == point.Door);
        return Enter(new(door, holder, now), credential, standing);
    }

    private static ReferenceVerdict Refused(string reason) => new(null, null, null, [reason], null);

    private ReferenceVerdict Enter(ReferenceTap tap, PolicyCredential credential, ReferenceStanding standing)
    {
        var against = Against(tap, credential, standing);
        var passesBack = standing.PassesBack(tap.Holder.Ref, tap.Door);
        if (passesBack == "Hard")
        {
            against.Add("PassedBack");
        }

        var byProfile = new List<string>();
        var profile = HasProfile(tap, byProfile);
        if (profile && against.Count == 0)
        {
            return new("AccessProfile", tap.Holder, null, [], null) { PassedBack = passesBack is not null };
        }

        var byBooking = new List<string>();
        var (booking, opensAt) = FindBooking(tap, standing, byBooking);
        if (booking is not null && against.Count == 0)
        {
            return new("Booking", tap.Holder, booking, [], null) { PassedBack = passesBack is not null };
        }

        if (!profile && booking is null)
        {
            against.AddRange(byProfile);
            against.AddRange(byBooking);
        }

        if (against.Count == 0)
        {
            against.Add("NoBookingNoRight");
        }

        return new(null, tap.Holder, null, [.. Order.Where(against.Contains)], opensAt);
    }

    private List<string> Against(ReferenceTap tap, PolicyCredential credential, ReferenceStanding standing)
    {
        var against = new List<string>();
        if (!credential.Enabled)
        {
            against.Add("CredentialNotEnabled");
        }

        if (credential.ValidFrom is { } from && tap.Latest < from)
        {
            against.Add("CredentialNotActive");
        }

        if (tap.Wall >= credential.ValidTo || ReferenceClock.Day(tap.Now.Wall) > LastDay(credential))
        {
            against.Add("CredentialExpired");
        }

        if (tap.OnlyTimeless && (credential.ValidFrom is not null || credential.ValidTo is not null || credential.ValidThrough is not null))
        {
            against.Add("ClockNotTrusted");
        }

        if (tap.Holder.Class != "Staff" && site.Areas.Any(area => area.Id == tap.Door.To && area.HostPrivate))
        {
            against.Add("HostPrivateArea");
        }

        if (!standing.DoorTakesAccess)
        {
            against.Add("DoorModeRefuses");
        }

        if (!standing.JournalTakesRecords && tap.Door.OnJournalFailure == OnJournalFailure.Deny)
        {
            against.Add("JournalUnavailable");
        }

        return against;
    }

    private bool HasProfile(ReferenceTap tap, List<string> reasons)
    {
        foreach (var id in tap.Holder.Profiles)
        {
            foreach (var profile in letter.Profiles.Where(profile => profile.Id == id))
            {
                foreach (var right in profile.Rights.Where(right => right.Area == tap.Door.To.Value))
                {
                    if (right.Schedule is null || (!tap.OnlyTimeless && IsOpen(right.Schedule, tap)))
                    {
                        return true;
                    }

                    reasons.Add(tap.OnlyTimeless ? "ClockNotTrusted" : "NotPermittedAtThisTime");
                }
            }
        }

        return false;
    }

    private (PolicyBooking? Booking, long? OpensAt) FindBooking(ReferenceTap tap, ReferenceStanding standing, List<string> reasons)
    {
        long? opensAt = null;
        foreach (var booking in standing.Bookings.Of(tap.Holder.Ref))
        {
            if (AgainstBooking(booking, tap, standing) is not { } reason)
            {
                return (booking, null);
            }

            reasons.Add(reason);
            if (reason == "TooEarly" && opensAt is null)
            {
                opensAt = booking.Start - (long)site.Rules.EarlyEntry.TotalMilliseconds;
            }
        }

        if (reasons.All(reason => reason == "NoBookingNoRight"))
        {
            reasons.Add("NoBookingNoRight");
        }
        else
        {
            reasons.RemoveAll(reason => reason == "NoBookingNoRight");
        }

        return (null, opensAt);
    }

    // A booking that ended a day ago, or that begins later and leads elsewhere, is none.
    private string? AgainstBooking(PolicyBooking booking, ReferenceTap tap, ReferenceStanding standing)
    {
        var opens = booking.Start - (long)site.Rules.EarlyEntry.TotalMilliseconds;
        var closes = booking.End + (long)site.Rules.LateEntry.TotalMilliseconds;
        var leadsHere = plan.Leads(tap.Door.Id.Value, booking.Resource);
        if (tap.Wall >= closes + 86_400_000)
        {
            return "NoBookingNoRight";
        }

        if (tap.Latest < opens)
        {
            return leadsHere ? "TooEarly" : "NoBookingNoRight";
        }

        if (!leadsHere)
        {
            return "NotOnPath";
        }

        if (tap.Wall >= closes)
        {
            return "BookingOver";
        }

        if (standing.Bookings.IsReleased(booking))
        {
            return "BookingReleased";
        }

        if (tap.OnlyTimeless)
        {
            return "ClockNotTrusted";
        }

        return tap.Holder.PlanHours is { } plan1 && !IsOpen(plan1, tap) ? "NotPermittedAtThisTime" : null;
    }

    private bool IsOpen(string schedule, ReferenceTap tap)
    {
        var from = ReferenceClock.Local(DateTimeOffset.FromUnixTimeMilliseconds(tap.Wall));
        var to = ReferenceClock.Local(DateTimeOffset.FromUnixTimeMilliseconds(tap.Latest));
        return letter.Schedules.Any(known => known.Id == schedule && ReferenceSchedule.IsOpen(known, letter.SpecialDays, from, to));
    }
}
