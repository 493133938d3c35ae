using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>Sites, members, cards and bookings of the network.</summary>
public sealed class HubDirectory(HubDatabase database, IdentifierKey key)
{
    private const string OtherLoan =
        """
        SELECT 1 FROM credential AS other JOIN holder ON holder.ref = other.holder
        WHERE other.loan = $1 AND other.token <> $2 AND holder.home = (SELECT home FROM holder WHERE ref = $3)
        """;

    /// <summary>Enters a site, or renames it; a public key, once known, changes only by being given again.</summary>
    public void PutSite(string id, string name, string? publicKey)
    {
        Require(Topics.IsName(id), $"the site '{id}' cannot stand in a topic; use 1 to 64 letters, digits, dots, hyphens and underscores");
        Require(!id.StartsWith("hub-", StringComparison.Ordinal), $"the site '{id}' has the name of a worker of the hub; choose one that does not begin with hub-");
        Require(publicKey is null || IsKey(publicKey), $"the public key of {id} is no Ed25519 key in 64 hex digits; copy the one that the site prints");
        database.Transact(to => to.Run(
            "INSERT INTO site (id, name, public_key) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET name = $2, public_key = coalesce($3, site.public_key)",
            id, name, publicKey));
    }

    /// <summary>Enters what prices and owners of a site depend on.</summary>
    /// <param name="id">The site.</param>
    /// <param name="owner">Who owns it; sees its people and takings.</param>
    /// <param name="stars">Class, 1 to 3.</param>
    /// <param name="zone">IANA time zone.</param>
    /// <exception cref="DirectoryException">One of them makes no sense, or the site is unknown.</exception>
    public void SetTerms(string id, string owner, int stars, string zone)
    {
        Require(stars is >= 1 and <= 3, $"the class is {stars} stars; it must be 1, 2 or 3");
        Require(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), $"the time zone '{zone}' is unknown; write it as Europe/Brussels");
        Require(
            database.Transact(to => to.Run("UPDATE site SET owner = $2, stars = $3, zone = $4 WHERE id = $1", id, owner, (long)stars, zone)) > 0,
            $"the site '{id}' is unknown; enter it first");
    }

    /// <summary>Enters what kind a desk or room is, for its price.</summary>
    public void PutResource(string site, string id, string kind) => database.Transact(to =>
    {
        RequireSite(to, site);
        return to.Run("INSERT INTO resource (site, id, kind) VALUES ($1, $2, $3) ON CONFLICT (site, id) DO UPDATE SET kind = $3", site, id, kind);
    });

    /// <summary>Enters a right of a profile at a site.</summary>
    public void PutRight(string site, string profile, string area, string? schedule) => database.Transact(to => to.Run(
        "INSERT INTO access_right (site, profile, area, schedule) VALUES ($1, $2, $3, $4) ON CONFLICT (site, profile, area) DO UPDATE SET schedule = $4",
        site, profile, area, schedule));

    /// <summary>Enters hours of a schedule, HH:mm to HH:mm local, on the days on which they begin; an end at or before the start is the next day's.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="days">A date, yyyy-MM-dd, or a rule of RFC 5545 section 3.3.10, or both with a space between.</param>
    /// <param name="start">First minute.</param>
    /// <param name="end">End.</param>
    public void PutWindow(string schedule, string days, TimeOnly start, TimeOnly end) => database.Transact(to => to.Run(
        "INSERT INTO schedule_window (schedule, days, starts, ends) VALUES ($1, $2, $3, $4) ON CONFLICT (schedule, days, starts) DO UPDATE SET ends = $4",
        schedule, days, $"{start:HH:mm}", $"{end:HH:mm}"));

    /// <summary>Enters days, as in <see cref="PutWindow"/>, into a group of special days.</summary>
    public void PutSpecialDays(string group, string days) =>
        database.Transact(to => to.Run("INSERT INTO special_day (name, days) VALUES ($1, $2) ON CONFLICT DO NOTHING", group, days));

    /// <summary>Enters the hours of a schedule on a group of special days, HH:mm-HH:mm each; none = closed.</summary>
    public void PutSpecialHours(string schedule, string group, params string[] hours) => database.Transact(to => to.Run(
        "INSERT INTO special_hours (schedule, days, hours) VALUES ($1, $2, $3) ON CONFLICT (schedule, days) DO UPDATE SET hours = $3",
        schedule, group, string.Join(' ', hours)));

    /// <summary>Enters a member, or changes one.</summary>
    /// <exception cref="DirectoryException">Class or home is unknown.</exception>
    public void Put(Member member)
    {
        Require(Enum.GetNames<HolderClass>().Contains(member.Class), $"the class is '{member.Class}'; it must be Guest, Member or Staff");
        Require(!string.IsNullOrWhiteSpace(member.Ref), "the reference is empty; give the network's own reference, never a name");
        database.Transact(to =>
        {
            RequireSite(to, member.Home);
            return to.Run(
                """
                INSERT INTO holder (ref, class, home, profiles, plan_hours, extended, pin_exempt, needs_escort) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (ref) DO UPDATE SET class = $2, home = $3, profiles = $4, plan_hours = $5, extended = $6, pin_exempt = $7, needs_escort = $8
                """,
                member.Ref, member.Class, member.Home, string.Join(' ', member.Profiles ?? []), member.PlanHours, member.ExtendedTime, member.PinExempt, member.NeedsEscort);
        });
    }

    /// <summary>Sets a member's PINs; they are hashed here and kept nowhere.</summary>
    /// <param name="holder">Whose they are.</param>
    /// <param name="usual">For every day, 4 to 16 digits.</param>
    /// <param name="duress">For entry under threat, another one; null = none.</param>
    /// <exception cref="DirectoryException">One of them is no PIN, both are the same, or the holder is unknown.</exception>
    public void SetPin(string holder, PinCode usual, PinCode? duress)
    {
        foreach (var digits in (string[])[usual.Digits, duress?.Digits ?? usual.Digits])
        {
            Require(digits.Length is >= 4 and <= 16 && digits.All(char.IsAsciiDigit), "the PIN has another form; it must be 4 to 16 digits");
        }

        Require(usual != duress, "the PIN for entry under threat is the usual one; it must be another, or nobody hears of the threat");
        database.Transact(to =>
        {
            RequireHolder(to, holder);
            return to.Run("UPDATE holder SET pin = $2, duress_pin = $3 WHERE ref = $1", holder, Hash(usual), duress is { } other ? Hash(other) : null);
        });
    }

    /// <summary>Enters a card; its bits are hashed here and kept nowhere. Returns its token.</summary>
    /// <exception cref="DirectoryException">The bits are none, or the holder is unknown.</exception>
    public CredentialToken Put(Card card)
    {
        Require(card.Bits.Length is >= 26 and <= 128 && card.Bits.All(bit => bit is '0' or '1'),
            $"the card has {card.Bits.Length} characters; it must be the reader's whole frame, 26 to 128 characters of 0 and 1");
        var token = key.Tokenise(card.Bits);
        database.Transact(to =>
        {
            RequireHolder(to, card.Holder);
            Require(card.Loan is null || to.One(OtherLoan, card.Loan, token.Value, card.Holder) is null,
                $"another loan badge of the same site is called '{card.Loan}'; write another name on one of them");
            return to.Run(
                """
                INSERT INTO credential (token, holder, enabled, valid_from, valid_to, valid_through, assurance, loan) VALUES ($1, $2, TRUE, $3, $4, $5, $6, $7)
                ON CONFLICT (token) DO UPDATE SET holder = $2, valid_from = $3, valid_to = $4, valid_through = $5, assurance = $6, loan = $7
                """,
                token.Value, card.Holder, card.ValidFrom?.ToUnixTimeMilliseconds(), card.ValidTo?.ToUnixTimeMilliseconds(),
                card.ValidThrough is { } last ? $"{last:yyyy-MM-dd}" : null,
                $"{card.Assurance}",
                card.Loan);
        });
        return token;
    }

    /// <summary>Blocks every card of a holder, or lets them open again; returns how many there are.</summary>
    public int SetBlocked(string holder, bool blocked) =>
        database.Transact(to => to.Run("UPDATE credential SET enabled = $2 WHERE holder = $1", holder, !blocked));

    /// <summary>Enters a booking, or changes one.</summary>
    /// <exception cref="DirectoryException">Site, holder or a guest is unknown, or the end is not after the start.</exception>
    public void Put(Reservation booking)
    {
        Require(booking.End > booking.Start, $"the booking ends at {booking.End:u}, which is not after its start {booking.Start:u}");
        database.Transact(to =>
        {
            RequireSite(to, booking.Site);
            foreach (var holder in booking.Guests.Prepend(booking.Holder))
            {
                RequireHolder(to, holder);
            }

            return to.Run(
                """
                INSERT INTO booking (id, site, holder, resource, starts, ends, made, guests, host_first) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (id) DO UPDATE SET site = $2, holder = $3, resource = $4, starts = $5, ends = $6,
                  made = coalesce(booking.made, $7), guests = $8, host_first = $9
                """,
                booking.Id, booking.Site, booking.Holder, booking.Resource, booking.Start.ToUnixTimeMilliseconds(), booking.End.ToUnixTimeMilliseconds(),
                booking.Made?.ToUnixTimeMilliseconds(), string.Join(' ', booking.Guests), booking.HostFirst);
        });
    }

    /// <summary>Takes a booking out; false when there was none.</summary>
    public bool RemoveBooking(string id) => database.Transact(to => to.Run("DELETE FROM booking WHERE id = $1", id)) > 0;

    /// <summary>Every site's name in a topic.</summary>
    public IReadOnlyList<string> Sites() => Sites(database);

    internal static IReadOnlyList<string> Sites(HubDatabase database) => database.Transact(from => from.Read("SELECT id FROM site ORDER BY id", row => row.GetString(0)));

    private static bool IsKey(string hex)
    {
        try
        {
            return new VerifyingKey(hex) is not null;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static void RequireSite(HubTransaction from, string site) =>
        Require(from.One("SELECT 1 FROM site WHERE id = $1", site) is not null, $"the site '{site}' is unknown; enter it first");

    private static void RequireHolder(HubTransaction from, string holder) =>
        Require(from.One("SELECT 1 FROM holder WHERE ref = $1", holder) is not null, "the holder is unknown; enter the member first");

    private static string Hash(PinCode code) => PinHash.Of(code, RandomNumberGenerator.GetBytes(16)).Text();

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DirectoryException(otherwise);
        }
    }
}
