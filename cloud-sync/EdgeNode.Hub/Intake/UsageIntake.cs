using System.Security.Cryptography;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>
/// Takes usage days in. A day is sealed once, when its manifest is signed by the site and all its chunks agree with it; from then
/// on it never changes. Every session counts once, by site, epoch and number.
/// </summary>
public sealed class UsageIntake(HubAlerts alerts, Settlement settlement)
{
    private const long MillisecondsPerMinute = 60_000;
    private static readonly long Latest = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Keeps a chunk until its day is sealed.</summary>
    public static void Take(HubTransaction to, string site, UsageChunk chunk)
    {
        var bytes = LetterCodec.Encode(chunk);
        to.Run(
            "INSERT INTO usage_chunk (site, epoch, day, part, hash, content) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            site, chunk.Epoch, Day(chunk.Day), (long)chunk.Index, Hash(bytes), bytes);
    }

    /// <summary>Seals a day, or says what is missing or does not agree.</summary>
    public UsageAck Take(HubTransaction to, string site, UsageManifest manifest)
    {
        if (Refusal(to, site, manifest) is { } refusal)
        {
            return Answer(to, site, manifest, refusal, []);
        }

        if (SealedAs(to, site, manifest) is { } bytes)
        {
            return Answer(to, site, manifest, Differs(to, site, manifest, bytes), []);
        }

        var chunks = Chunks(to, site, manifest);
        int[] missing = [.. Enumerable.Range(0, chunks.Length).Where(index => chunks[index] is null)];
        return missing.Length > 0
            ? Answer(to, site, manifest, null, missing)
            : Answer(to, site, manifest, SealOrRefuse(to, site, manifest, [.. chunks.SelectMany(chunk => chunk!.Sessions)]), []);
    }

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

    private static byte[]? SealedAs(HubTransaction from, string site, UsageManifest manifest) =>
        from.One("SELECT manifest FROM usage_day WHERE site = $1 AND epoch = $2 AND day = $3", site, manifest.Epoch, Day(manifest.Day)) as byte[];

    // A site put back from a copy closes the copy's last day once more, out of what the copy holds: all of that was counted when the day was sealed.
    private string? Differs(HubTransaction to, string site, UsageManifest manifest, byte[] known)
    {
        if (known.AsSpan().SequenceEqual(LetterCodec.Encode(manifest)))
        {
            return null;
        }

        var before = LetterCodec.Decode<UsageManifest>(known);
        if (manifest.Restored <= before.Through)
        {
            return "The day is sealed with other figures. A sealed day never changes; a correction is a new entry.";
        }

        alerts.Raise(to, site, $"Usage of {Day(manifest.Day)}: put back from a copy, the site closed it again with {manifest.Count} sessions and {manifest.Minutes} min. What was sealed before stays: {before.Count} and {before.Minutes}.");
        return null;
    }

    private static UsageChunk?[] Chunks(HubTransaction from, string site, UsageManifest manifest) =>
    [
        .. manifest.Chunks.Select((hash, index) =>
            from.One(
                "SELECT content FROM usage_chunk WHERE site = $1 AND epoch = $2 AND day = $3 AND part = $4 AND hash = $5",
                site, manifest.Epoch, Day(manifest.Day), (long)index, hash) is byte[] bytes ? LetterCodec.Decode<UsageChunk>(bytes) : null),
    ];

    private string? SealOrRefuse(HubTransaction to, string site, UsageManifest manifest, UsageRow[] rows)
    {
        var refusal = Disagreement(manifest, rows) ?? Counted(to, site, manifest, rows);
        if (refusal is null)
        {
            Seal(to, site, manifest, rows);
            settlement.Enter(to, site, manifest, rows);
        }

        return refusal;
    }

    private static string? Disagreement(UsageManifest manifest, UsageRow[] rows)
    {
        var minutes = rows.Sum(row => row.Minutes);
        return rows.Length != manifest.Count || minutes != manifest.Minutes
            ? $"The manifest says {manifest.Count} sessions and {manifest.Minutes} min; the chunks hold {rows.Length} and {minutes}."
            : rows.FirstOrDefault(row => row.Minutes < 0 || row.Minutes != WholeMinutes(row)) is { } wrong
                ? $"Session {wrong.Number} says {wrong.Minutes} min; from start to end it is {WholeMinutes(wrong)}."
                : null;
    }

    private static string? Counted(HubTransaction from, string site, UsageManifest manifest, UsageRow[] rows)
    {
        const string Known = "SELECT day FROM usage_session WHERE site = $1 AND epoch = $2 AND number = $3";
        var twice = rows.GroupBy(row => row.Number).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is not null ? $"Session {twice} stands in it twice."
            : rows.FirstOrDefault(row => from.One(Known, site, manifest.Epoch, row.Number) is not null) is { } counted
                ? $"Session {counted.Number} was counted on an earlier day already; the site must close the day anew."
                : null;
    }

    // A negative number where it makes no sense: no session says so.
    private static long WholeMinutes(UsageRow row) =>
        row.Start >= 0 && row.End >= row.Start && row.End <= Latest ? (row.End - row.Start + MillisecondsPerMinute - 1) / MillisecondsPerMinute : -1;

    private static void Seal(HubTransaction to, string site, UsageManifest manifest, UsageRow[] rows)
    {
        var day = Day(manifest.Day);
        to.Insert(
            "usage_session",
            "site, epoch, number, day, holder, booking, home, resource, starts, ends, minutes, class, month",
            [
                .. rows.Select(row => new object?[]
                {
                    site, manifest.Epoch, row.Number, day, row.Holder, row.Booking, row.Home, row.Resource, row.Start, row.End, row.Minutes, row.Class, day[..7],
                }),
            ]);
        to.Run("INSERT INTO usage_day (site, epoch, day, manifest) VALUES ($1, $2, $3, $4)", site, manifest.Epoch, day, LetterCodec.Encode(manifest));
        to.Run("DELETE FROM usage_chunk WHERE site = $1 AND epoch = $2 AND day = $3", site, manifest.Epoch, day);
    }

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
