using System.Collections.Immutable;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Each row of a policy letter into the site's own words.</summary>
internal static class PolicyRows
{
    private const int TokenLength = 64;

    public static CredentialHolder Holder(PolicyHolder row, PolicyErrors errors) => new(
        new(errors.Id("ref", row.Ref)),
        errors.Name<HolderClass>("class", row.Class),
        new(errors.Id("home", row.Home)),
        [.. row.Profiles.Select(profile => new AccessProfileId(errors.Id("profiles", profile)))],
        row.PlanHours is null ? null : new(errors.Id("planHours", row.PlanHours)),
        row.ExtendedTime);

    public static Credential Credential(PolicyCredential row, PolicyErrors errors)
    {
        if (row.Token.Length != TokenLength || !row.Token.All(char.IsAsciiHexDigitLower))
        {
            errors.Add("token", $"is not {TokenLength} lower-case hex digits; send the keyed token of the identifier, never the identifier");
        }

        return new(
            new(row.Token),
            new(errors.Id("holder", row.Holder)),
            row.Enabled,
            row.ValidFrom is { } from ? errors.Instant("validFrom", from) : null,
            row.ValidTo is { } to ? errors.Instant("validTo", to) : null);
    }

    public static AccessProfile Profile(PolicyProfile row, PolicyErrors errors) =>
        new(new(errors.Id("id", row.Id)), [.. row.Rights.Select(right => Right(right, errors))]);

    public static Schedule Schedule(PolicySchedule row, PolicyErrors errors) => new(
        new(errors.Id("id", row.Id)),
        [.. row.Windows.Select(window => Window(window, errors))],
        [.. row.ClosedDays.Select(day => errors.Day("closedDays", day))]);

    public static Booking Booking(PolicyBooking row, PolicyErrors errors)
    {
        if (row.End <= row.Start)
        {
            errors.Add("end", "is not after its start");
        }

        return new(
            new(errors.Id("id", row.Id)),
            new(errors.Id("holder", row.Holder)),
            new(errors.Id("resource", row.Resource)),
            errors.Instant("start", row.Start),
            errors.Instant("end", row.End));
    }

    private static AccessPolicy Right(PolicyRight? right, PolicyErrors errors)
    {
        if (right is null)
        {
            errors.Add("rights", "has a null; leave it out");
        }

        return new(new(errors.Id("rights.area", right?.Area)), right?.Schedule is { } schedule ? new(errors.Id("rights.schedule", schedule)) : null);
    }

    private static WeeklyWindow Window(PolicyWindow? window, PolicyErrors errors)
    {
        var from = errors.Time("windows.from", window?.From);
        var to = errors.Time("windows.to", window?.To);
        if (to <= from && to != TimeOnly.MinValue)
        {
            errors.Add("windows.to", "is not after from; write a night as two windows, the first one to 00:00");
        }

        return new(errors.Name<DayOfWeek>("windows.day", window?.Day), from, to);
    }
}
