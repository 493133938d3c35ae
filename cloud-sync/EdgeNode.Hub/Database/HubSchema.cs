namespace EdgeNode.Hub;

/// <summary>The hub's tables. Times are milliseconds since 1970 UTC, days are yyyy-MM-dd. Unique keys are what makes every letter count once.</summary>
internal static class HubSchema
{
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS site (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, public_key TEXT, online INTEGER NOT NULL DEFAULT 0, seen INTEGER, version TEXT, policy_in_force INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS holder (
          ref TEXT PRIMARY KEY, class TEXT NOT NULL, home TEXT NOT NULL REFERENCES site(id), profiles TEXT NOT NULL DEFAULT '', plan_hours TEXT, extended INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS credential (
          token TEXT PRIMARY KEY, holder TEXT NOT NULL REFERENCES holder(ref), enabled INTEGER NOT NULL DEFAULT 1, valid_from INTEGER, valid_to INTEGER);
        CREATE TABLE IF NOT EXISTS booking (
          id TEXT PRIMARY KEY, site TEXT NOT NULL REFERENCES site(id), holder TEXT NOT NULL REFERENCES holder(ref), resource TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS access_right (
          site TEXT NOT NULL REFERENCES site(id), profile TEXT NOT NULL, area TEXT NOT NULL, schedule TEXT, PRIMARY KEY (site, profile, area));
        CREATE TABLE IF NOT EXISTS schedule_window (
          schedule TEXT NOT NULL, day TEXT NOT NULL, start TEXT NOT NULL, end TEXT NOT NULL, PRIMARY KEY (schedule, day, start));
        CREATE TABLE IF NOT EXISTS closed_day (schedule TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (schedule, day));
        CREATE TABLE IF NOT EXISTS policy (
          site TEXT NOT NULL REFERENCES site(id), version INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (site, version));
        CREATE TABLE IF NOT EXISTS journal (
          site TEXT NOT NULL, epoch TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, line BLOB NOT NULL, PRIMARY KEY (site, epoch, sequence)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS usage_chunk (
          site TEXT NOT NULL, epoch TEXT NOT NULL, day TEXT NOT NULL, part INTEGER NOT NULL, hash TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (site, epoch, day, part, hash));
        CREATE TABLE IF NOT EXISTS usage_day (
          site TEXT NOT NULL, epoch TEXT NOT NULL, day TEXT NOT NULL, manifest BLOB NOT NULL, PRIMARY KEY (site, epoch, day));
        CREATE TABLE IF NOT EXISTS usage_session (
          site TEXT NOT NULL, epoch TEXT NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, holder TEXT, booking TEXT, home TEXT NOT NULL, resource TEXT,
          start INTEGER NOT NULL, end INTEGER NOT NULL, minutes INTEGER NOT NULL, class TEXT NOT NULL, PRIMARY KEY (site, epoch, number));
        CREATE TABLE IF NOT EXISTS alert (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, site TEXT NOT NULL, what TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS booking_by_site ON booking (site, start);
        CREATE INDEX IF NOT EXISTS session_by_day ON usage_session (day);
        """;
}
