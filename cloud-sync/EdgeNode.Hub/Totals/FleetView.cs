namespace EdgeNode.Hub;

/// <summary>All sites at a glance.</summary>
public sealed class FleetView(HubDatabase database)
{
    /// <summary>Every site by name.</summary>
    public IReadOnlyList<SiteRow> Sites() => database.Transact(from => from.Read(
        """
        SELECT id, name, online, seen, version, policy_in_force, (SELECT max(day) FROM usage_day WHERE usage_day.site = site.id) FROM site ORDER BY id
        """,
        row => new SiteRow(
            row.GetString(0),
            row.GetString(1),
            row.GetBoolean(2),
            row.Number(3) is { } seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null,
            row.Text(4),
            row.GetInt64(5),
            row.Text(6))));

    /// <summary>What was refused, newest first, each with its site.</summary>
    public IReadOnlyList<string> Alerts() => database.Transact(from => from.Read(
        "SELECT site, what FROM alert ORDER BY id DESC LIMIT 50", row => $"{row.GetString(0)}: {row.GetString(1)}"));
}
