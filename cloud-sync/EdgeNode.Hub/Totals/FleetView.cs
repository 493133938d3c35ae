using System.Data.Common;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>All sites at a glance.</summary>
public sealed class FleetView(HubDatabase database, TimeProvider time)
{
    /// <summary>After so long without a word a site counts as offline, whatever it said last: a heartbeat comes three times as often.</summary>
    public static readonly TimeSpan SilenceIsOffline = TimeSpan.FromSeconds(90);

    /// <summary>The sites of an owner, or all, by name.</summary>
    public IReadOnlyList<SiteRow> Sites(string? owner = null) => database.Transact(from =>
    {
        var rows = from.Read(
            """
            SELECT id, name, online, seen, version, policy_in_force, (SELECT max(version) FROM policy WHERE policy.site = site.id),
              (SELECT max(day) FROM usage_day WHERE usage_day.site = site.id), picture
            FROM site WHERE CAST($1 AS TEXT) IS NULL OR owner = $1 ORDER BY id
            """,
            Row,
            owner);
        return rows.ConvertAll(row => row.PolicyInForce < row.PolicyWanted
            ? row with { NotYetBlocked = UnconfirmedBlocks.At(from, row.Id, row.PolicyInForce, owner) }
            : row);
    });

    /// <summary>What was refused at the sites of an owner, or at all, newest first, each with its site.</summary>
    public IReadOnlyList<string> Alerts(string? owner = null) => database.Transact(from => from.Read(
        """
        SELECT site, what FROM alert WHERE CAST($1 AS TEXT) IS NULL OR site IN (SELECT id FROM site WHERE owner = $1)
        ORDER BY at DESC, site, what LIMIT 50
        """,
        row => $"{row.GetString(0)}: {row.GetString(1)}",
        owner));

    private SiteRow Row(DbDataReader row)
    {
        DateTimeOffset? seen = row.Number(3) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
        var picture = row.IsDBNull(8) ? null : LetterCodec.Decode<SiteNow>(row.Bytes(8));
        return new(
            row.GetString(0),
            row.GetString(1),
            row.GetBoolean(2) && time.GetUtcNow() - seen <= SilenceIsOffline,
            seen,
            row.Text(4),
            row.GetInt64(5),
            row.Number(6) ?? 0,
            row.Text(7),
            picture?.Health.DaysOwed,
            picture?.Health.Clock,
            [.. (picture?.Doors ?? []).Where(door => door.Alarm != "Normal").Select(door => $"{door.Id}: {door.Alarm}"), .. picture?.Health.Problems ?? []]);
    }
}
