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
        row.ExtendedTime)
    {
        Pin = Pins(row, errors),
        PinExempt = row.PinExempt ?? false,
        NeedsEscort = row.NeedsEscort ?? false,
    };

    public static Credential Credential(PolicyCredential row, TimeZoneInfo zone, PolicyErrors errors)
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
            Earlier(
                row.ValidTo is { } to ? errors.Instant("validTo", to) : null,
                row.ValidThrough is { } last ? zone.Instant(errors.Day("validThrough", last).AddDays(1), TimeOnly.MinValue) : null))
        {
            Assurance = row.Assurance is { } assurance ? errors.Name<Assurance>("assurance", assurance) : Assurance.UidOnly,
        };
    }

    public static AccessProfile Profile(PolicyProfile row, PolicyErrors errors) =>
        new(new(errors.Id("id", row.Id)), [.. row.Rights.Select(right => Right(right, errors))]);

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
            errors.Instant("end", row.End))
        {
            Made = row.Made is { } made ? errors.Instant("made", made) : null,
            Guests = row.Guests.Count == 0 ? [] : Guests(row, errors),
            HostFirst = row.HostFirst,
        };
    }

    private static ImmutableArray<HolderRef> Guests(PolicyBooking row, PolicyErrors errors) =>
        [.. row.Guests.Select(guest => new HolderRef(errors.Id("guests", guest)))];

    private static HolderPin? Pins(PolicyHolder row, PolicyErrors errors)
    {
        var (usual, duress) = (Pin("pin", row.Pin, errors), Pin("duressPin", row.DuressPin, errors));
        if (row.Pin is null && row.DuressPin is not null)
        {
            errors.Add("duressPin", "stands without a pin; send both, or none");
        }

        return usual is null ? null : new(usual, duress);
    }

    private static PinHash? Pin(string member, string? text, PolicyErrors errors)
    {
        var read = text is null ? null : PinHash.TryRead(text);
        if (text is not null && read is null)
        {
            errors.Add(member, $"is no pbkdf2-sha256$iterations$salt$hash with at least {PinHash.LeastIterations} iterations, a salt of 16 bytes and a hash of 32, both in Base64");
        }

        return read;
    }

    private static AccessPolicy Right(PolicyRight? right, PolicyErrors errors)
    {
        if (right is null)
        {
            errors.Add("rights", "has a null; leave it out");
        }

        return new(new(errors.Id("rights.area", right?.Area)), right?.Schedule is { } schedule ? new(errors.Id("rights.schedule", schedule)) : null);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;
}
