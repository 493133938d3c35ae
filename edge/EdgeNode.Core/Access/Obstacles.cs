using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>What refuses entry whatever right the holder has.</summary>
internal static class Obstacles
{
    /// <summary>All of them, in the order of telling.</summary>
    /// <param name="case">The tap.</param>
    /// <param name="credential">What was presented; null for the code of the day, which is none.</param>
    public static ImmutableArray<DenyReason> Of(AccessCase @case, Credential? credential)
    {
        var found = ImmutableArray.CreateBuilder<DenyReason>();
        if (credential is not null)
        {
            AddCredential(@case, credential, found);
        }

        AddDoor(@case, found);
        if (found.Count > 1)
        {
            found.Sort();
        }

        return found.ToImmutable();
    }

    private static void AddCredential(AccessCase @case, Credential credential, ImmutableArray<DenyReason>.Builder found)
    {
        if (!credential.Enabled)
        {
            found.Add(DenyReason.CredentialNotEnabled);
        }

        if (credential.Loan is not null && @case.Request.Loan is null)
        {
            found.Add(DenyReason.LoanNotHandedOut);
        }

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

        if (credential.Assurance < @case.Door.LeastAssurance || @case.Request.Presented.Assurance < @case.Door.LeastAssurance)
        {
            found.Add(DenyReason.AssuranceTooLow);
        }

        AddPin(@case, found);
    }

    private static void AddPin(AccessCase @case, ImmutableArray<DenyReason>.Builder found)
    {
        if (@case.AsksPin && @case.Holder.Pin is null)
        {
            found.Add(DenyReason.PinMissing);
        }

        if (@case.AsksPin && @case.Request.PinTries.GetValueOrDefault(@case.Holder.Ref)?.LockedUntil > @case.Now.Uptime)
        {
            found.Add(DenyReason.PinLocked);
        }
    }

    private static void AddDoor(AccessCase @case, ImmutableArray<DenyReason>.Builder found)
    {
        if (@case.Policy.Plan.IsHostPrivate(@case.Door.To) && @case.Holder.Class != HolderClass.Staff)
        {
            found.Add(DenyReason.HostPrivateArea);
        }

        if (@case.PassesBack && @case.AntiPassback.Kind != AntiPassbackKind.Soft)
        {
            found.Add(DenyReason.PassedBack);
        }

        if (@case.Request.PrepaidUsedUp && @case.Door.From == AreaId.Outside)
        {
            found.Add(DenyReason.PrepaidUsedUp);
        }

        if (@case.Request.SiteIsFull && @case.Door.From == AreaId.Outside)
        {
            found.Add(DenyReason.SiteFull);
        }

        if (@case.Request.DoorNotAccepted)
        {
            found.Add(DenyReason.DoorNotAccepted);
        }

        if (!@case.Request.Standing.TakesAccess())
        {
            found.Add(DenyReason.DoorModeRefuses);
        }

        if (!@case.Request.JournalTakesRecords && @case.Door.OnJournalFailure == OnJournalFailure.Deny)
        {
            found.Add(DenyReason.JournalUnavailable);
        }
    }
}
