using System.Security.Cryptography;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Signs commands for sites and keeps what became of them.</summary>
public sealed class CommandDesk(HubDatabase database, SigningKey key, TimeProvider time)
{
    private const int IdBytes = 8;
    private const int NonceBytes = 16;

    /// <summary>Asks a site to release a door once. The command dies after ten seconds, delivered or not.</summary>
    /// <param name="site">The site.</param>
    /// <param name="door">The door.</param>
    /// <param name="reason">Why; names nobody.</param>
    /// <exception cref="DirectoryException">The site is unknown, or there is no reason.</exception>
    public (string Id, OutgoingLetter Letter) Unlock(string site, string door, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new DirectoryException("the reason is empty; write why the door is opened from here");
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        database.Transact(to => to.One("SELECT 1 FROM site WHERE id = $1", site) is null
            ? throw new DirectoryException($"the site '{site}' is unknown; enter it first")
            : to.Run("INSERT INTO command (id, site, door, reason, at, outcome) VALUES ($1, $2, $3, $4, $5, NULL)", id, site, door, reason, now));
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        var command = new SiteCommand(site, id, SiteCommand.Unlock, door, reason, now, now + SiteCommand.LongestLife, nonce);
        return (id, new(Topics.Command(site, id), LetterCodec.Encode(key.Sign(command)), Retain: false));
    }

    /// <summary>What became of a command; null = no answer yet.</summary>
    public string? Outcome(string id) => database.Transact(from => from.One("SELECT outcome FROM command WHERE id = $1", id) as string);

    /// <summary>Keeps a site's answer; only the first, and only its own.</summary>
    public static void Take(HubTransaction to, string site, CommandAnswer answer) => to.Run(
        "UPDATE command SET outcome = $3 WHERE id = $1 AND site = $2 AND outcome IS NULL", answer.Id, site, answer.Outcome);
}
