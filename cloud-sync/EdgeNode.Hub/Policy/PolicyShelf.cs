using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>The latest policy of each site, packed and signed. A new version is made only when the content has changed.</summary>
public sealed class PolicyShelf(HubDatabase database, SigningKey key, TimeProvider time)
{
    // Decisions look a day back at ended bookings; older ones only make the letter long.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    /// <summary>The packed policy of a site, with a new version where something has changed.</summary>
    public PackedPolicy Latest(string site) => database.Transact(to =>
    {
        var last = (long)(to.One("SELECT max(version) FROM policy WHERE site = $1", site) ?? 0L);
        var draft = Write(to, site, last);
        var content = Fingerprint(draft);
        if (last > 0 && to.One("SELECT content FROM policy WHERE site = $1 AND version = $2", site, last) as string == content)
        {
            return PolicyPacking.Pack(draft, key);
        }

        to.Run("INSERT INTO policy (site, version, content) VALUES ($1, $2, $3)", site, last + 1, content);
        return PolicyPacking.Pack(draft with { Version = last + 1 }, key);
    });

    private PolicyLetter Write(HubTransaction from, string site, long version) =>
        PolicyWriting.Write(from, site, version, (time.GetUtcNow() - Remembered).ToUnixTimeMilliseconds());

    private static string Fingerprint(PolicyLetter letter) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(LetterCodec.Encode(letter with { Version = 0 })));
}
