namespace EdgeNode.Hub;

/// <summary>The tables. Instants are milliseconds since 1970 UTC, days are day numbers since 0001-01-01; no names of people, no card numbers.</summary>
internal static class HubSchema
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE sites(id TEXT PRIMARY KEY, name TEXT NOT NULL, host TEXT NOT NULL, public_key TEXT, zone TEXT NOT NULL,
            areas TEXT NOT NULL, resources TEXT NOT NULL) STRICT;
        CREATE TABLE schedules(id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
        CREATE TABLE profiles(site TEXT NOT NULL REFERENCES sites(id), id TEXT NOT NULL, rights TEXT NOT NULL, PRIMARY KEY(site, id)) STRICT;
        CREATE TABLE holders(ref TEXT PRIMARY KEY, class TEXT NOT NULL, home TEXT NOT NULL REFERENCES sites(id), profiles TEXT NOT NULL,
            plan TEXT REFERENCES schedules(id), extended INTEGER NOT NULL) STRICT;
        CREATE TABLE credentials(token TEXT PRIMARY KEY, holder TEXT NOT NULL REFERENCES holders(ref) ON DELETE CASCADE, number INTEGER NOT NULL,
            blocked INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, UNIQUE(holder, number)) STRICT;
        CREATE TABLE bookings(id TEXT PRIMARY KEY, site TEXT NOT NULL REFERENCES sites(id), holder TEXT NOT NULL REFERENCES holders(ref) ON DELETE CASCADE,
            resource TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
        CREATE INDEX bookings_by_site ON bookings(site, end);
        CREATE INDEX bookings_by_holder ON bookings(holder);
        CREATE TABLE policies(site TEXT NOT NULL REFERENCES sites(id), version INTEGER NOT NULL, content TEXT NOT NULL, hash TEXT NOT NULL,
            letter BLOB, PRIMARY KEY(site, version)) STRICT;
        CREATE TABLE epochs(id INTEGER PRIMARY KEY, site TEXT NOT NULL REFERENCES sites(id), epoch TEXT NOT NULL, through INTEGER NOT NULL,
            head TEXT NOT NULL, UNIQUE(site, epoch)) STRICT;
        CREATE TABLE journal(epoch INTEGER NOT NULL REFERENCES epochs(id), sequence INTEGER NOT NULL, line BLOB NOT NULL,
            PRIMARY KEY(epoch, sequence)) STRICT, WITHOUT ROWID;
        CREATE TABLE usage_chunks(epoch INTEGER NOT NULL REFERENCES epochs(id), day INTEGER NOT NULL, chunk INTEGER NOT NULL, sha256 TEXT NOT NULL,
            letter BLOB NOT NULL, PRIMARY KEY(epoch, day, chunk)) STRICT;
        CREATE TABLE usage_days(site TEXT NOT NULL REFERENCES sites(id), day INTEGER NOT NULL, epoch INTEGER NOT NULL REFERENCES epochs(id),
            through INTEGER NOT NULL, chain_head TEXT NOT NULL, manifest BLOB NOT NULL, sealed INTEGER, PRIMARY KEY(site, day)) STRICT;
        CREATE TABLE usage_sessions(epoch INTEGER NOT NULL REFERENCES epochs(id), number INTEGER NOT NULL, site TEXT NOT NULL, day INTEGER NOT NULL,
            holder TEXT, booking TEXT, home TEXT NOT NULL, resource TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL, minutes INTEGER NOT NULL,
            class TEXT NOT NULL, PRIMARY KEY(epoch, number)) STRICT, WITHOUT ROWID;
        CREATE INDEX usage_sessions_by_day ON usage_sessions(day, site);
        CREATE TABLE conditions(site TEXT PRIMARY KEY REFERENCES sites(id), seen INTEGER, online INTEGER, version TEXT, policy INTEGER,
            works_offline TEXT, days_owed INTEGER) STRICT;
        CREATE TABLE alerts(site TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, times INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(site, kind, subject)) STRICT;
        """;

    public static void Prepare(SqlWork work, string path)
    {
        work.Query("PRAGMA journal_mode = WAL", row => row.GetString(0));
        work.Execute("PRAGMA synchronous = FULL");
        work.Execute("PRAGMA foreign_keys = ON");
        var found = work.Number("PRAGMA user_version");
        if (found == 0)
        {
            work.Execute($"BEGIN IMMEDIATE; {Tables} PRAGMA user_version = {Version}; COMMIT;");
        }
        else if (found != Version)
        {
            throw new InvalidOperationException(
                $"The database '{path}' has version {found}; this program reads version {Version}. Start it with the program that wrote it, or give another file.");
        }
    }
}
