using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>What the access profiles of a holder say about a door.</summary>
/// <param name="Holds">One of them opens it now.</param>
/// <param name="Reasons">Why none does; empty where no profile names the area at all.</param>
internal readonly record struct StandingRight(bool Holds, ImmutableArray<DenyReason> Reasons)
{
    public static StandingRight Find(AccessCase @case)
    {
        var reasons = ImmutableArray<DenyReason>.Empty;
        foreach (var id in @case.Holder.Profiles)
        {
            foreach (var policy in @case.Policy.FindProfile(id)?.Policies ?? [])
            {
                if (policy.Area != @case.Door.To)
                {
                    continue;
                }

                if (Refusal(@case, policy) is not { } reason)
                {
                    return new(true, []);
                }

                reasons = reasons.Add(reason);
            }
        }

        return new(false, reasons);
    }

    private static DenyReason? Refusal(AccessCase @case, AccessPolicy policy) =>
        policy.Schedule is not { } schedule ? null
        : @case.OnlyTimeless ? DenyReason.ClockNotTrusted
        : @case.IsOpen(schedule) ? null
        : DenyReason.NotPermittedAtThisTime;
}
