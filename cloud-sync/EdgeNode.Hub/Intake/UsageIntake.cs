using System.Security.Cryptography;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>
/// Takes usage days in. A day is sealed once, when its manifest is signed by the site and all its chunks agree with it; from then
/// on it never changes. Every session counts once, by site, epoch and number.
/// </summary>
public sealed class UsageIntake(HubDatabase database, HubAlerts alerts)
{
    /// <summary>Keeps a chunk until its day is sealed.</summary>
    public void Take(string site, UsageChunk chunk)
    {
        var bytes = LetterCodec.Encode(chunk);
        database.Transact(to => to.Run(
            "INSERT INTO usage_chunk (site, epoch, day, part, hash, content) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            site, chunk.Epoch, Day(chunk.Day), chunk.Index, Hash(bytes), bytes));
    }

    /// <summary>Seals a day, or says what is missing or does not agree.</summary>
    public UsageAck Take(string site, UsageManifest manifest) => database.Transact(to =>
    {
        var refusal = Refusal(to, site, manifest);
        if (refusal is null && IsSealed(to, site, manifest, out var same))
        {
            refusal = same ? null : "The day is sealed with other figures. A sealed day never changes; a correction is a new entry.";
            return Answer(to, site, manifest, refusal, []);
        }

        var chunks = refusal is null ? Chunks(to, site, manifest) : [];
        int[] missing = refusal is null ? [.. Enumerable.Range(0, manifest.Chunks.Count).Where(index => chunks[index] is null)] : [];
        if (refusal is null && missing.Length == 0)
        {
            var rows = chunks.OfType<UsageChunk>().SelectMany(chunk => chunk.Sessions).ToArray();
            refusal = Disagreement(manifest, rows);
            if (refusal is null)
            {
                Seal(to, site, manifest, rows);
            }
        }

        return Answer(to, site, manifest, refusal, missing);
    });

    private UsageAck Answer(HubTransaction to, string site, UsageManifest manifest, string? refusal, int[] missing)
    {
        if (refusal is not null)
        {
            alerts.Raise(to, site, $"Usage of {Day(manifest.Day)}: {refusal}");
        }

        return new(manifest.Epoch, manifest.Day, refusal is null && missing.Length == 0, missing, refusal);
    }

    private static string? Refusal(HubTransaction from, string site, UsageManifest manifest)
    {
        if (from.One("SELECT public_key FROM site WHERE id = $1", site) is not string key)
        {
            return $"The public key of {site} is not known here; enter it with the site.";
        }

        if (manifest.Site != site || !new VerifyingKey(key).Signed(manifest))
        {
            return $"The manifest is not signed with the key that is known for {site}.";
        }

        var kept = from.One("SELECT hash FROM journal WHERE site = $1 AND epoch = $2 AND sequence = $3", site, manifest.Epoch, manifest.Through) as string;
        return kept is null || kept == manifest.ChainHead ? null
            : $"The manifest names {manifest.ChainHead} as hash of record {manifest.Through}; the journal kept here has {kept}.";
    }

    private static bool IsSealed(HubTransaction from, string site, UsageManifest manifest, out bool same)
    {
        var known = from.One(
            "SELECT manifest FROM usage_day WHERE site = $1 AND epoch = $2 AND day = $3", site, manifest.Epoch, Day(manifest.Day)) as byte[];
        same = known is not null && known.AsSpan().SequenceEqual(LetterCodec.Encode(manifest));
        return known is not null;
    }

    private static UsageChunk?[] Chunks(HubTransaction from, string site, UsageManifest manifest) =>
    [
        .. manifest.Chunks.Select((hash, index) =>
            from.One(
                "SELECT content FROM usage_chunk WHERE site = $1 AND epoch = $2 AND day = $3 AND part = $4 AND hash = $5",
                site, manifest.Epoch, Day(manifest.Day), index, hash) is byte[] bytes ? LetterCodec.Decode<UsageChunk>(bytes) : null),
    ];

    private static string? Disagreement(UsageManifest manifest, UsageRow[] rows)
    {
        var minutes = rows.Sum(row => row.Minutes);
        return rows.Length != manifest.Count || minutes != manifest.Minutes
            ? $"The manifest says {manifest.Count} sessions and {manifest.Minutes} min; the chunks hold {rows.Length} and {minutes}."
            : rows.FirstOrDefault(row => row.Minutes != WholeMinutes(row)) is { } wrong
                ? $"Session {wrong.Number} says {wrong.Minutes} min; from start to end it is {WholeMinutes(wrong)}."
                : null;
    }

    private static long WholeMinutes(UsageRow row) =>
        (long)Math.Ceiling(TimeSpan.FromMilliseconds(row.End - row.Start).TotalMinutes);

    private static void Seal(HubTransaction to, string site, UsageManifest manifest, UsageRow[] rows)
    {
        foreach (var row in rows)
        {
            to.Run(
                """
                INSERT INTO usage_session (site, epoch, number, day, holder, booking, home, resource, start, end, minutes, class)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING
                """,
                site, manifest.Epoch, row.Number, Day(manifest.Day), row.Holder, row.Booking, row.Home, row.Resource, row.Start, row.End, row.Minutes, row.Class);
        }

        to.Run(
            "INSERT INTO usage_day (site, epoch, day, manifest) VALUES ($1, $2, $3, $4)",
            site, manifest.Epoch, Day(manifest.Day), LetterCodec.Encode(manifest));
        to.Run("DELETE FROM usage_chunk WHERE site = $1 AND epoch = $2 AND day = $3", site, manifest.Epoch, Day(manifest.Day));
    }

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
