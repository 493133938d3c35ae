using System.Globalization;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>The policies of each site, packed and signed; what was published is kept, so that every worker hands out the same. A new version is made only when the content has changed.</summary>
public sealed class PolicyShelf(SigningKey key, TimeProvider time)
{
    // Decisions look a day back at ended bookings; older ones only make the letter long.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    // How many letters are kept, for sites that are a few versions behind.
    private const int Kept = 20;

    /// <summary>The packed policy of a site, with a new version where something has changed.</summary>
    public PackedPolicy Latest(HubTransaction to, string site)
    {
        to.Hold($"policy {site}");
        var last = (long)(to.One("SELECT max(version) FROM policy WHERE site = $1", site) ?? 0L);
        var now = time.GetUtcNow();
        var draft = PolicyWriting.Write(to, site, last, (now - Remembered).ToUnixTimeMilliseconds(), now.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var content = Fingerprint(draft);
        if (last > 0 && to.One("SELECT content FROM policy WHERE site = $1 AND version = $2", site, last) as string == content)
        {
            return PolicyPacking.Pack(draft, key);
        }

        var letter = draft with { Version = last + 1 };
        to.Run("INSERT INTO policy (site, version, content, letter) VALUES ($1, $2, $3, $4)", site, letter.Version, content, LetterCodec.Pack(letter));
        to.Run("UPDATE policy SET letter = NULL WHERE site = $1 AND version <= $2", site, letter.Version - Kept);
        return PolicyPacking.Pack(letter, key);
    }

    /// <summary>The packed policy that was published last; made now where none was.</summary>
    public PackedPolicy Published(HubTransaction to, string site) =>
        to.One("SELECT letter FROM policy WHERE site = $1 ORDER BY version DESC LIMIT 1", site) is byte[] letter
            ? PolicyPacking.Pack(LetterCodec.Unpack<PolicyLetter>(letter, PolicyPacking.MaxLetter), key)
            : Latest(to, site);

    /// <summary>A policy as the difference to an older one of the site; null where that is no longer kept, or the whole is as short.</summary>
    public static PolicyDelta? Delta(HubTransaction to, string site, long have, PackedPolicy policy) =>
        to.One("SELECT letter FROM policy WHERE site = $1 AND version = $2", site, have) is byte[] old
            ? PolicyPacking.Diff(LetterBrotli.Decompress(old, PolicyPacking.MaxLetter), policy)
            : null;

    private static string Fingerprint(PolicyLetter letter) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(LetterCodec.Encode(letter with { Version = 0 })));
}
