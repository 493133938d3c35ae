using Microsoft.Data.Sqlite;

namespace EdgeNode.Hub;

/// <summary>Columns that may be NULL, and columns in the hub's own units.</summary>
internal static class SqlRow
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Long(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => (byte[])row.GetValue(column);

    public static DateTimeOffset? Instant(this SqliteDataReader row, int column) =>
        row.Long(column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    public static DateOnly Day(this SqliteDataReader row, int column) => DateOnly.FromDayNumber(row.GetInt32(column));

    /// <summary>A list of identifiers as one text; none of them holds a line feed.</summary>
    public static string[] List(this SqliteDataReader row, int column) =>
        row.GetString(column).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string List(IEnumerable<string> items) => string.Join('\n', items);
}
