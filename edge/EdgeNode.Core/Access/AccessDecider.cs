using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Decides a tap from the policy alone. Denies by default: only a right that was found and holds now grants.</summary>
public static class AccessDecider
{
    /// <summary>Decides one tap. Total: never throws, whatever is presented.</summary>
    public static Decision Decide(PolicySnapshot policy, AccessRequest request, Moment now)
    {
        if (policy.Plan.FindAccessPoint(request.AccessPoint) is not { } point || policy.Plan.FindDoor(point.Door) is not { } door)
        {
            return Denied(DenyReason.UnknownAccessPoint);
        }

        if (policy.FindCredential(request.Token) is not { } credential)
        {
            return Denied(DenyReason.CredentialNotFound);
        }

        return policy.FindHolder(credential.Holder) is not { } holder ? Denied(DenyReason.HolderNotFound)
            : point.Direction == Direction.Out ? new Decision.Granted(holder, GrantBasis.Exit, null)
            : Enter(new(policy, request, now, door, holder), credential);
    }

    private static Decision.Denied Denied(DenyReason reason) => new(reason, [reason], null, null);

    private static Decision Enter(AccessCase @case, Credential credential)
    {
        var obstacles = Obstacles(@case, credential);
        var standing = StandingRight.Find(@case);
        if (obstacles.IsEmpty && standing.Holds)
        {
            return new Decision.Granted(@case.Holder, GrantBasis.AccessProfile, null);
        }

        var booked = BookingRight.Find(@case);
        return obstacles.IsEmpty && booked.Booking is { } booking
            ? new Decision.Granted(@case.Holder, GrantBasis.Booking, booking)
            : Refuse(@case, obstacles, standing, booked);
    }

    private static Decision.Denied Refuse(
        AccessCase @case, ImmutableArray<DenyReason> obstacles, StandingRight standing, BookingRight booked)
    {
        var rights = standing.Holds || booked.Booking is not null ? [] : standing.Reasons.AddRange(booked.Reasons);
        var all = obstacles.AddRange(rights).Distinct().Order().ToImmutableArray();
        all = all.IsEmpty ? [DenyReason.NoBookingNoRight] : all;
        return new(all[0], all, @case.Holder, booked.OpensAt);
    }

    // What refuses entry whatever right the holder has.
    private static ImmutableArray<DenyReason> Obstacles(AccessCase @case, Credential credential)
    {
        var found = ImmutableArray.CreateBuilder<DenyReason>();
        if (!credential.Enabled)
        {
            found.Add(DenyReason.CredentialNotEnabled);
        }

        AddValidity(@case, credential, found);
        if (@case.Policy.Plan.IsHostPrivate(@case.Door.To) && @case.Holder.Class != HolderClass.Staff)
        {
            found.Add(DenyReason.HostPrivateArea);
        }

        if (@case.Request.SiteIsFull && @case.Door.From == AreaId.Outside)
        {
            found.Add(DenyReason.SiteFull);
        }

        if (!@case.Request.Standing.TakesAccess())
        {
            found.Add(DenyReason.DoorModeRefuses);
        }

        if (!@case.Request.JournalTakesRecords && @case.Door.OnJournalFailure == OnJournalFailure.Deny)
        {
            found.Add(DenyReason.JournalUnavailable);
        }

        return found.ToImmutable();
    }

    private static void AddValidity(AccessCase @case, Credential credential, ImmutableArray<DenyReason>.Builder found)
    {
        if (credential.ValidFrom is { } from && @case.Latest < from)
        {
            found.Add(DenyReason.CredentialNotActive);
        }

        if (credential.ValidTo is { } to && @case.Now.Wall >= to)
        {
            found.Add(DenyReason.CredentialExpired);
        }

        if (@case.OnlyTimeless && (credential.ValidFrom ?? credential.ValidTo) is not null)
        {
            found.Add(DenyReason.ClockNotTrusted);
        }
    }
}
