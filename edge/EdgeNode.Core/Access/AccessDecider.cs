using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Decides a tap from the policy and what the site remembers. Denies by default: only a right that was found and holds now grants.</summary>
public static class AccessDecider
{
    /// <summary>Decides one tap. Total: never throws, whatever is presented.</summary>
    public static Decision Decide(PolicySnapshot policy, AccessRequest request, Moment now)
    {
        if (policy.Plan.FindAccessPoint(request.Presented.AccessPoint) is not { } point || policy.Plan.FindDoor(point.Door) is not { } door)
        {
            return Denied(DenyReason.UnknownAccessPoint);
        }

        if (request.ReaderPaused && point.Direction == Direction.In)
        {
            // Not even looked up: whoever tries numbers learns nothing.
            return Denied(DenyReason.ReaderPaused);
        }

        if (request.OutageGuest is { } guest && door.TakesOutageCode && point.Direction == Direction.In)
        {
            var obstacles = Obstacles.Of(new(policy, request, now, door, guest), credential: null);
            return obstacles.IsEmpty ? new Decision.Granted(guest, GrantBasis.OutageCode, null) : new Decision.Denied(obstacles[0], obstacles, guest, null);
        }

        if (policy.FindCredential(request.Presented.Token) is not { } credential)
        {
            return Denied(DenyReason.CredentialNotFound);
        }

        var lent = request.Loan?.Over(credential) ?? credential;
        // Whoever has a loan badge may be known no more; the way out is open to the badge itself.
        var holder = policy.FindHolder(lent.Holder) ?? (point.Direction == Direction.Out ? policy.FindHolder(credential.Holder) : null);
        return holder is null ? Denied(DenyReason.HolderNotFound)
            : point.Direction == Direction.Out ? new Decision.Granted(holder, GrantBasis.Exit, null)
            : Enter(new(policy, request, now, door, holder), lent);
    }

    private static Decision.Denied Denied(DenyReason reason) => new(reason, [reason], null, null);

    private static Decision Enter(AccessCase @case, Credential credential)
    {
        var obstacles = Obstacles.Of(@case, credential);
        var standing = StandingRight.Find(@case);
        if (obstacles.IsEmpty && standing.Holds)
        {
            return WithProof(@case, new(@case.Holder, GrantBasis.AccessProfile, null));
        }

        var booked = BookingRight.Find(@case);
        return obstacles.IsEmpty && booked.Booking is { } booking
            ? WithProof(@case, new(@case.Holder, GrantBasis.Booking, booking))
            : Refuse(@case, obstacles, standing, booked);
    }

    // The right is there; what is still missing is a proof that only the person at the door can give.
    private static Decision WithProof(AccessCase @case, Decision.Granted granted) =>
        @case.AsksPin && !@case.Request.Presented.PinProved ? new Decision.NeedsPin(granted.Holder)
        : @case.LacksCompanion ? new Decision.NeedsCompanion(granted.Holder)
        : granted with { PassedBack = @case.PassesBack };

    private static Decision.Denied Refuse(
        AccessCase @case, ImmutableArray<DenyReason> obstacles, StandingRight standing, BookingRight booked)
    {
        var rights = standing.Holds || booked.Booking is not null ? [] : standing.Reasons.AddRange(booked.Reasons);
        var all = obstacles.AddRange(rights).Distinct().Order().ToImmutableArray();
        all = all.IsEmpty ? [DenyReason.NoBookingNoRight] : all;
        return new(all[0], all, @case.Holder, booked.OpensAt);
    }
}
