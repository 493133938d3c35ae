using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Whose blocked badges a site may still let in, because the policy that it has in force was written before the block.</summary>
internal static class UnconfirmedBlocks
{
    /// <summary>References of holders, in order.</summary>
    /// <param name="from">Where to read.</param>
    /// <param name="site">The site.</param>
    /// <param name="inForce">Version of the policy that it last said to apply; 0 = none, by which it lets nobody in.</param>
    /// <param name="owner">Only holders whose home belongs to this owner; null = all.</param>
    public static IReadOnlyList<string> At(HubTransaction from, string site, long inForce, string? owner)
    {
        if (inForce == 0)
        {
            return [];
        }

        var blocked = from.Read(
            """
            SELECT token, holder FROM credential JOIN holder ON holder.ref = credential.holder JOIN site ON site.id = holder.home
            WHERE NOT enabled AND (CAST($1 AS TEXT) IS NULL OR site.owner = $1)
            """,
            row => (Token: row.GetString(0), Holder: row.GetString(1)),
            owner);
        var admitted = blocked.Count == 0 ? [] : Admitted(from, site, inForce);
        return [.. blocked.Where(badge => admitted?.Contains(badge.Token) ?? true).Select(badge => badge.Holder).Distinct().Order(StringComparer.Ordinal)];
    }

    // Null when the letter is no longer kept: then any badge may be in it.
    private static HashSet<string>? Admitted(HubTransaction from, string site, long version) =>
        from.One("SELECT letter FROM policy WHERE site = $1 AND version = $2", site, version) is byte[] letter
            ? [.. LetterCodec.Unpack<PolicyLetter>(letter, PolicyPacking.MaxLetter).Credentials.Where(badge => badge.Enabled).Select(badge => badge.Token)]
            : null;
}
