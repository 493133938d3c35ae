using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>
/// Proves a site's month again from the raw letters alone: the chain of every record, the site's signature under every day, every
/// sum, and that the sessions paid are those that the journal says. Any party that has the letters can do it.
/// </summary>
public sealed class Verification(HubDatabase database)
{
    /// <summary>Verifies.</summary>
    /// <returns>What was proved and what was not, in words.</returns>
    public VerificationReport Run(string site, string month) => database.Transact(from => Run(from, site, month));

    internal static VerificationReport Run(HubTransaction from, string site, string month)
    {
        var wrong = new List<string>();
        var filed = from.Read(
            "SELECT epoch, day, manifest FROM usage_day WHERE site = $1 AND day LIKE $2 ORDER BY day",
            row => (Epoch: row.GetString(0), Day: row.GetString(1), Manifest: LetterCodec.Decode<UsageManifest>(row.Bytes(2))),
            site, $"{month}-%");
        wrong.AddRange(filed
            .Where(day => day.Manifest.Site != site || day.Manifest.Epoch != day.Epoch || $"{day.Manifest.Day:yyyy-MM-dd}" != day.Day)
            .Select(day => $"{day.Day}: the manifest filed under it is of {day.Manifest.Site} on {day.Manifest.Day:yyyy-MM-dd}."));
        var manifests = filed.ConvertAll(day => day.Manifest);
        var key = from.One("SELECT public_key FROM site WHERE id = $1", site) as string;
        var records = 0L;
        foreach (var epoch in manifests.Select(manifest => manifest.Epoch).Distinct())
        {
            var journal = Chain(from, site, epoch, key, wrong);
            records += journal.Records;
            wrong.AddRange(journal.Lost.Where(lost => $"{lost.Day:yyyy-MM}" == month)
                .Select(lost => $"{lost.Day:yyyy-MM-dd}: records {lost.First} to {lost.Last} were lost at the site, which signed for it; what they said cannot be proved."));
            wrong.AddRange(journal.Days.Values.Select(closing => closing.Day).Distinct()
                .Where(day => $"{day:yyyy-MM}" == month && manifests.TrueForAll(manifest => manifest.Day != day))
                .Select(day => $"{day:yyyy-MM-dd}: the journal closed this day, but no manifest of it was ever sealed."));
            foreach (var manifest in manifests.Where(manifest => manifest.Epoch == epoch))
            {
                wrong.AddRange(Day(from, site, key, manifest, journal).Select(what => $"{manifest.Day:yyyy-MM-dd}: {what}"));
            }
        }

        return new VerificationReport(site, month, manifests.Count, records, manifests.Sum(manifest => (long)manifest.Count), manifests.Sum(manifest => manifest.Minutes), wrong);
    }

    private static JournalProof Chain(HubTransaction from, string site, string epoch, string? key, List<string> wrong)
    {
        var (chain, broken, records) = (new JournalChain(), false, 0L);
        var (losses, open, lost) = (Losses(from, site, epoch, key, wrong), new List<(long First, long Last)>(), new List<(DateOnly Day, long First, long Last)>());
        var days = new Dictionary<long, DayEnd>();
        var closed = new List<JournalFact.SessionClosed>();
        from.Each("SELECT line FROM journal WHERE site = $1 AND epoch = $2 ORDER BY sequence", row =>
        {
            if (losses.TryGetValue(chain.Sequence + 1, out var loss))
            {
                open.Add((chain.Sequence + 1, loss.Last));
                chain = new(loss.Last, loss.Head);
            }

            if (broken || chain.TryAccept(row.Bytes(0), [], out var entry) is { } refusal && Note(refusal))
            {
                return;
            }

            records++;
            switch (entry!.Fact)
            {
                case JournalFact.SessionClosed session:
                    closed.Add(session);
                    break;
                case JournalFact.DayClosed day:
                    days.Add(chain.Sequence, new(day.Day, chain.Head, [.. closed]));
                    lost.AddRange(open.Select(gap => (day.Day, gap.First, gap.Last)));
                    closed.Clear();
                    open.Clear();
                    break;
            }
        }, site, epoch);
        return new(records, days, lost);

        bool Note(string refusal)
        {
            wrong.Add($"epoch {epoch}: {refusal}");
            return broken = true;
        }
    }

    private static Dictionary<long, JournalLoss> Losses(HubTransaction from, string site, string epoch, string? key, List<string> wrong)
    {
        var kept = from.Read(
            "SELECT first, letter FROM journal_loss WHERE site = $1 AND epoch = $2 ORDER BY first",
            row => (First: row.GetInt64(0), Letter: LetterCodec.Decode<JournalLoss>(row.Bytes(1))), site, epoch);
        var signed = kept.ToLookup(loss => key is not null && loss.Letter.Site == site && loss.Letter.Epoch == epoch && new VerifyingKey(key).Signed(loss.Letter));
        wrong.AddRange(signed[false].Select(loss => $"epoch {epoch}: the letter that records from {loss.First} on are lost is not signed with the site's key."));
        return signed[true].ToDictionary(loss => loss.First, loss => loss.Letter);
    }

    private static IEnumerable<string> Day(HubTransaction from, string site, string? key, UsageManifest manifest, JournalProof journal)
    {
        if (key is null || !new VerifyingKey(key).Signed(manifest))
        {
            yield return "the manifest is not signed with the site's key.";
        }

        var told = journal.Days.GetValueOrDefault(manifest.Through);
        if (told?.Head != manifest.ChainHead)
        {
            yield return $"the manifest stands on record {manifest.Through} with hash {manifest.ChainHead}; the chain has {told?.Head ?? "no such end of a day"}.";
        }

        var rows = Rows(from, site, manifest);
        var chunks = rows.Chunk(UsageChunk.MaxSessions).Select((cut, index) => Hash(new UsageChunk(site, manifest.Epoch, manifest.Day, index, cut)));
        if (!chunks.SequenceEqual(manifest.Chunks))
        {
            yield return "the sessions kept here are not those that the manifest signs.";
        }

        if (rows.Count != manifest.Count || rows.Sum(row => row.Minutes) != manifest.Minutes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the manifest says {manifest.Count} sessions and {manifest.Minutes} min; kept here are {rows.Count} and {rows.Sum(row => row.Minutes)}.");
        }

        if (!rows.Select(Proof).Order(StringComparer.Ordinal).SequenceEqual((told?.Sessions ?? []).Select(Proof).Order(StringComparer.Ordinal)))
        {
            yield return "the sessions paid are not those that the journal closed on that day.";
        }
    }

    private static List<UsageRow> Rows(HubTransaction from, string site, UsageManifest manifest) => from.Read(
        "SELECT number, holder, booking, home, resource, starts, ends, minutes, class FROM usage_session WHERE site = $1 AND epoch = $2 AND day = $3 ORDER BY number",
        row => new UsageRow(row.GetInt64(0), row.Text(1), row.Text(2), row.GetString(3), row.Text(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetString(8)),
        site, manifest.Epoch, $"{manifest.Day:yyyy-MM-dd}");

    private static string Proof(UsageRow row) => Proof(row.Number, row.Home, row.Resource, row.Start, row.End, row.Class);

    private static string Proof(JournalFact.SessionClosed closed) => Proof(
        closed.Session, closed.Home.Value, closed.Resource?.Value, closed.Start.ToUnixTimeMilliseconds(), closed.End.ToUnixTimeMilliseconds(), $"{closed.Class}");

    private static string Proof(long number, string home, string? resource, long start, long end, string @class) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}|{home}|{resource}|{start}|{end}|{@class}");

    private static string Hash(UsageChunk chunk) => Convert.ToHexStringLower(SHA256.HashData(LetterCodec.Encode(chunk)));

    private sealed record JournalProof(long Records, Dictionary<long, DayEnd> Days, List<(DateOnly Day, long First, long Last)> Lost);

    private sealed record DayEnd(DateOnly Day, string Head, List<JournalFact.SessionClosed> Sessions);
}
