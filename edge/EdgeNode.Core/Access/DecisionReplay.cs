using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A decision of the journal, made once more from what the site knew then.</summary>
/// <param name="Request">What it is made from.</param>
/// <param name="Decision">What it comes to.</param>
/// <param name="Same">Whether that is what the journal says.</param>
public sealed record DecisionReplay(AccessRequest Request, Decision Decision, bool Same)
{
    private static readonly Assurance[] Assurances = Enum.GetValues<Assurance>();

    /// <summary>
    /// Decides again. The journal keeps who, not by which badge, so all of a person's are tried until one gives the recorded outcome;
    /// so is what only the reader knew: how the badge was read, whether a PIN was proved, who stood beside.
    /// </summary>
    /// <param name="before">The site just before the record, by <see cref="Site.Recall"/>, with the policy that was in force.</param>
    /// <param name="record">A granted or denied tap.</param>
    /// <param name="companions">Who was let in at the same access point within the last moments, or after it in the same instant.</param>
    /// <returns>Null when the record is no decision, or the end of a wait for a PIN or a second person, which is none.</returns>
    public static DecisionReplay? Of(SiteState before, JournalEntry record, IReadOnlyCollection<HolderRef> companions)
    {
        if (AccessPointOf(record.Fact) is not { } accessPoint)
        {
            return null;
        }

        DecisionReplay? first = null;
        foreach (var request in Requests(before, record, accessPoint, companions))
        {
            var decision = WalkInRule.Decide(new(before, record.At), request);
            var replay = new DecisionReplay(request, decision, IsSame(decision, record.Fact));
            if (replay.Same)
            {
                return replay;
            }

            first ??= replay;
        }

        return first;
    }

    /// <summary>What a tap would come to at a moment soon after a start; nothing happens.</summary>
    public static DecisionReplay WhatIf(SiteState state, Presented presented, Moment now)
    {
        var request = TapRule.Request(SiteMemory.Started(state, now.Uptime), presented, now);
        return new(request, WalkInRule.Decide(new(state, now), request), Same: true);
    }

    private static AccessPointId? AccessPointOf(JournalFact fact) => fact switch
    {
        JournalFact.AccessGranted granted => granted.AccessPoint,
        JournalFact.AccessDenied { Reason: DenyReason.PinWrong or DenyReason.PinNotGiven or DenyReason.NoCompanion } => null,
        JournalFact.AccessDenied denied when !denied.All.Contains(DenyReason.PinWrong) => denied.AccessPoint,
        _ => null,
    };

    private static IEnumerable<AccessRequest> Requests(SiteState before, JournalEntry record, AccessPointId accessPoint, IReadOnlyCollection<HolderRef> companions)
    {
        var takesRecords = record.Fact is not JournalFact.AccessDenied denied || !denied.All.Contains(DenyReason.JournalUnavailable);
        var beside = companions.Select(before.Policy.FindHolder).OfType<CredentialHolder>().Prepend(null).ToArray();
        return
            from token in TokensOf(before, record.Fact.Who?.Holder)
            from assurance in Assurances
            from pin in (bool[])[false, true]
            from companion in beside
            select TapRule.Request(before with { JournalTakesRecords = takesRecords }, new(accessPoint, token, assurance, pin), record.At) with
            {
                Companion = companion,
                OutageGuest = OutageGuest(before, record.Fact),
            };
    }

    // A loan badge is one of whoever has it.
    private static ImmutableArray<CredentialToken> TokensOf(SiteState before, HolderRef? holder) =>
    [
        .. before.Policy.TokensOf(holder)
            .Concat(before.Loans.Where(loan => loan.Value.Holder == holder).Select(loan => before.Policy.FindLoanBadge(loan.Key)?.Token).OfType<CredentialToken>())
            .DefaultIfEmpty(new("")),
    ];

    private static CredentialHolder? OutageGuest(SiteState before, JournalFact fact) =>
        fact is JournalFact.AccessGranted { Basis: GrantBasis.OutageCode, Who: { } who } ? TapRule.OutageGuest(before, who.Holder) : null;

    private static bool IsSame(Decision decision, JournalFact fact) => (decision, fact) switch
    {
        (Decision.Granted one, JournalFact.AccessGranted other) => one.Basis == other.Basis && one.Holder.Ref == other.Who?.Holder && one.Booking?.Id == other.Who?.Booking,
        (Decision.Denied one, JournalFact.AccessDenied other) =>
            one.Reason == other.Reason && one.All.SequenceEqual(other.All) && one.OpensAt == other.OpensAt && one.Holder?.Ref == other.Who?.Holder,
        _ => false,
    };
}
