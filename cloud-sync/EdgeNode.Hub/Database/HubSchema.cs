using System.Globalization;

namespace EdgeNode.Hub;

/// <summary>
/// The hub's tables. Times are milliseconds since 1970 UTC, days are yyyy-MM-dd, months yyyy-MM, money integer cents. Unique keys
/// are what makes every letter count once. SQLite takes the types of PostgreSQL as they are.
/// </summary>
internal static class HubSchema
{
    /// <summary>The first month with a partition of its own.</summary>
    public const string FirstMonth = "2026-01-01";

    private const string ByMonth = "-- by month";

    private const string Tables = $"""
        CREATE TABLE IF NOT EXISTS site (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, public_key TEXT, owner TEXT NOT NULL DEFAULT '', stars BIGINT NOT NULL DEFAULT 1, zone TEXT NOT NULL DEFAULT 'Europe/Brussels',
          online BOOLEAN NOT NULL DEFAULT FALSE, seen BIGINT, version TEXT, policy_in_force BIGINT NOT NULL DEFAULT 0, picture BYTEA);
        CREATE TABLE IF NOT EXISTS resource (site TEXT NOT NULL REFERENCES site(id), id TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (site, id));
        CREATE TABLE IF NOT EXISTS holder (
          ref TEXT PRIMARY KEY, class TEXT NOT NULL, home TEXT NOT NULL REFERENCES site(id), profiles TEXT NOT NULL DEFAULT '', plan_hours TEXT, extended BOOLEAN NOT NULL DEFAULT FALSE,
          pin TEXT, duress_pin TEXT, pin_exempt BOOLEAN NOT NULL DEFAULT FALSE, needs_escort BOOLEAN NOT NULL DEFAULT FALSE);
        CREATE TABLE IF NOT EXISTS employer (id TEXT PRIMARY KEY, name TEXT NOT NULL, debt_minutes BIGINT NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS plan (
          holder TEXT NOT NULL REFERENCES holder(ref), since TEXT NOT NULL, kind TEXT NOT NULL, fee BIGINT NOT NULL DEFAULT 0, employer TEXT REFERENCES employer(id), cost_centre TEXT NOT NULL DEFAULT '',
          PRIMARY KEY (holder, since));
        CREATE TABLE IF NOT EXISTS prepaid (id TEXT PRIMARY KEY, employer TEXT NOT NULL REFERENCES employer(id), minutes BIGINT NOT NULL, at BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS credential (
          token TEXT PRIMARY KEY, holder TEXT NOT NULL REFERENCES holder(ref), enabled BOOLEAN NOT NULL DEFAULT TRUE, valid_from BIGINT, valid_to BIGINT, valid_through TEXT,
          assurance TEXT NOT NULL DEFAULT 'UidOnly', loan TEXT);
        CREATE TABLE IF NOT EXISTS booking (
          id TEXT PRIMARY KEY, site TEXT NOT NULL REFERENCES site(id), holder TEXT NOT NULL REFERENCES holder(ref), resource TEXT NOT NULL, starts BIGINT NOT NULL, ends BIGINT NOT NULL,
          made BIGINT, guests TEXT NOT NULL DEFAULT '', host_first BOOLEAN NOT NULL DEFAULT FALSE);
        CREATE TABLE IF NOT EXISTS access_right (
          site TEXT NOT NULL REFERENCES site(id), profile TEXT NOT NULL, area TEXT NOT NULL, schedule TEXT, PRIMARY KEY (site, profile, area));
        CREATE TABLE IF NOT EXISTS schedule_window (
          schedule TEXT NOT NULL, days TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, PRIMARY KEY (schedule, days, starts));
        CREATE TABLE IF NOT EXISTS special_day (name TEXT NOT NULL, days TEXT NOT NULL, PRIMARY KEY (name, days));
        CREATE TABLE IF NOT EXISTS special_hours (schedule TEXT NOT NULL, days TEXT NOT NULL, hours TEXT NOT NULL, PRIMARY KEY (schedule, days));
        CREATE TABLE IF NOT EXISTS policy (
          site TEXT NOT NULL REFERENCES site(id), version BIGINT NOT NULL, content TEXT NOT NULL, letter BYTEA, PRIMARY KEY (site, version));
        CREATE TABLE IF NOT EXISTS journal_head (site TEXT NOT NULL, epoch TEXT NOT NULL, sequence BIGINT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (site, epoch));
        CREATE TABLE IF NOT EXISTS journal_loss (site TEXT NOT NULL, epoch TEXT NOT NULL, first BIGINT NOT NULL, letter BYTEA NOT NULL, PRIMARY KEY (site, epoch, first));
        CREATE TABLE IF NOT EXISTS journal_ahead (site TEXT NOT NULL, epoch TEXT NOT NULL, first BIGINT NOT NULL, packed BYTEA NOT NULL, PRIMARY KEY (site, epoch, first));
        CREATE TABLE IF NOT EXISTS journal (
          site TEXT NOT NULL, epoch TEXT NOT NULL, sequence BIGINT NOT NULL, month TEXT NOT NULL, hash TEXT NOT NULL, line BYTEA NOT NULL, PRIMARY KEY (site, epoch, sequence, month)) {ByMonth};
        CREATE TABLE IF NOT EXISTS usage_chunk (
          site TEXT NOT NULL, epoch TEXT NOT NULL, day TEXT NOT NULL, part BIGINT NOT NULL, hash TEXT NOT NULL, content BYTEA NOT NULL, PRIMARY KEY (site, epoch, day, part, hash));
        CREATE TABLE IF NOT EXISTS usage_day (
          site TEXT NOT NULL, epoch TEXT NOT NULL, day TEXT NOT NULL, manifest BYTEA NOT NULL, PRIMARY KEY (site, epoch, day));
        CREATE TABLE IF NOT EXISTS usage_session (
          site TEXT NOT NULL, epoch TEXT NOT NULL, number BIGINT NOT NULL, day TEXT NOT NULL, holder TEXT, booking TEXT, home TEXT NOT NULL, resource TEXT,
          starts BIGINT NOT NULL, ends BIGINT NOT NULL, minutes BIGINT NOT NULL, class TEXT NOT NULL, month TEXT NOT NULL, PRIMARY KEY (site, epoch, number, month)) {ByMonth};
        CREATE TABLE IF NOT EXISTS rate_card (id TEXT PRIMARY KEY, valid_from TEXT NOT NULL UNIQUE, content BYTEA NOT NULL);
        CREATE TABLE IF NOT EXISTS closed_month (month TEXT PRIMARY KEY, at BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS ledger (
          id TEXT PRIMARY KEY, month TEXT NOT NULL, day TEXT NOT NULL, begun TEXT NOT NULL, kind TEXT NOT NULL, home TEXT NOT NULL, visited TEXT NOT NULL, holder TEXT, employer TEXT, cost_centre TEXT NOT NULL,
          minutes BIGINT NOT NULL, cents BIGINT NOT NULL, card TEXT NOT NULL, rounding TEXT NOT NULL, reason TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS alert (site TEXT NOT NULL, what TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (site, what));
        CREATE TABLE IF NOT EXISTS command (id TEXT PRIMARY KEY, site TEXT NOT NULL, door TEXT NOT NULL, reason TEXT NOT NULL, at BIGINT NOT NULL, outcome TEXT);
        CREATE TABLE IF NOT EXISTS api_token (hash TEXT PRIMARY KEY, owner TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS booking_by_site ON booking (site, starts);
        CREATE INDEX IF NOT EXISTS session_by_day ON usage_session (day);
        CREATE INDEX IF NOT EXISTS ledger_by_month ON ledger (month, home, visited);
        """;

    // A ledger that code alone protects is one wrong line away from being changed.
    private const string SqliteGuards = """
        CREATE TRIGGER IF NOT EXISTS ledger_unchanged BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'A ledger entry never changes; enter a correction.'); END;
        CREATE TRIGGER IF NOT EXISTS ledger_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'A ledger entry never goes away; enter a correction.'); END;
        CREATE TRIGGER IF NOT EXISTS ledger_closed BEFORE INSERT ON ledger WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = NEW.month)
          BEGIN SELECT RAISE(ABORT, 'The month is closed; enter it into an open one.'); END;
        """;

    private const string PostgresGuards = """
        CREATE OR REPLACE FUNCTION ledger_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
          IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'A ledger entry never changes and never goes away; enter a correction.'; END IF;
          IF EXISTS (SELECT 1 FROM closed_month WHERE month = NEW.month) THEN RAISE EXCEPTION 'The month is closed; enter it into an open one.'; END IF;
          RETURN NEW;
        END $guard$;
        CREATE OR REPLACE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_guard();
        """;

    /// <summary>The schema for SQLite.</summary>
    public static string ForSqlite() => Tables.Replace(ByMonth, "WITHOUT ROWID", StringComparison.Ordinal) + "\n" + SqliteGuards;

    /// <summary>The schema for PostgreSQL, the large tables cut by month.</summary>
    public static string ForPostgres(IEnumerable<DateOnly> months) =>
        Tables.Replace(ByMonth, "PARTITION BY RANGE (month)", StringComparison.Ordinal) + "\n" + PostgresGuards + "\n"
        + string.Concat(months.SelectMany(month => new[] { Partition("journal", month), Partition("usage_session", month) }))
        + "CREATE TABLE IF NOT EXISTS journal_rest PARTITION OF journal DEFAULT; CREATE TABLE IF NOT EXISTS usage_session_rest PARTITION OF usage_session DEFAULT;";

    private static string Partition(string table, DateOnly month) => string.Create(
        CultureInfo.InvariantCulture,
        $"CREATE TABLE IF NOT EXISTS {table}_{month:yyyy_MM} PARTITION OF {table} FOR VALUES FROM ('{month:yyyy-MM}') TO ('{month.AddMonths(1):yyyy-MM}');\n");
}
