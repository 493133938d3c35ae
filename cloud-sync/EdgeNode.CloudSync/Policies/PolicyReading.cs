using System.Collections.Immutable;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>
/// From the network's letter to the site's policy. Pure and total. One error refuses the whole letter: half a policy is none.
/// A name that leads nowhere (a schedule, a profile) is no error; the decider grants nothing by it.
/// </summary>
public static class PolicyReading
{
    /// <summary>Reads a letter that is in memory.</summary>
    /// <param name="letter">The letter's bytes.</param>
    /// <param name="site">The site that reads it.</param>
    /// <param name="zone">The site's zone, in which dates are read.</param>
    /// <param name="hash">SHA-256 of the letter's bytes, lower-case hex.</param>
    /// <exception cref="LetterException">The bytes are no policy letter that this program reads.</exception>
    public static PolicyReadingResult Read(byte[] letter, string site, TimeZoneInfo zone, string hash) => Read(new MemoryStream(letter, writable: false), site, zone, hash);

    /// <summary>Reads a letter to its end.</summary>
    /// <param name="bytes">The letter's bytes.</param>
    /// <param name="site">The site that reads it.</param>
    /// <param name="zone">The site's zone, in which dates are read.</param>
    /// <param name="hash">SHA-256 of the letter's bytes, lower-case hex.</param>
    /// <exception cref="LetterException">The bytes are no policy letter that this program reads.</exception>
    public static PolicyReadingResult Read(Stream bytes, string site, TimeZoneInfo zone, string hash)
    {
        var (errors, errorsOfBookings) = (new PolicyErrors(), new PolicyErrors());
        var bookings = new PolicyList<PolicyBooking, Booking>(errorsOfBookings, "bookings", PolicyRows.Booking, booking => booking.Id.Value);
        var letter = PolicyLetterReader.Read(bytes, bookings.Add);
        if (letter.Site != site)
        {
            errors.Add("site", $"is '{letter.Site}', but this site is '{site}'");
        }

        if (letter.Version < 1)
        {
            errors.Add("version", $"is {letter.Version}; it must be 1 or more");
        }

        var special = SpecialDayRows.Read(letter.SpecialDays, errors);
        var policy = new Policy(
            letter.Version,
            hash,
            errors.Each("holders", letter.Holders, PolicyRows.Holder, holder => holder.Ref.Value),
            errors.Each("credentials", letter.Credentials, (row, to) => PolicyRows.Credential(row, zone, to), credential => credential.Token.Value),
            errors.Each("profiles", letter.Profiles, PolicyRows.Profile, profile => profile.Id.Value),
            errors.Each("schedules", letter.Schedules, (row, to) => ScheduleRows.Read(row, special, to), schedule => schedule.Id.Value),
            bookings.Close())
        {
            Prepaid = errors.Each("prepaid", letter.Prepaid ?? [], PolicyRows.Prepaid, hours => hours.Employer.Value),
            UsageCounted = [.. (letter.UsageCounted ?? []).Select(day => errors.Day("usageCounted", day))],
        };
        foreach (var twice in policy.Credentials.Select(badge => badge.Loan).OfType<LoanBadgeId>().CountBy(badge => badge).Where(badge => badge.Value > 1))
        {
            errors.Add("credentials", $"name the loan badge '{twice.Key}' {twice.Value} times; write another name on each");
        }

        errors.Add(errorsOfBookings);
        return errors.All.IsEmpty ? new(policy, []) : new(null, errors.All);
    }
}
