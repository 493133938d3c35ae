using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EdgeNode.Hub;

/// <summary>A transaction of SQLite. It began as a writer, so nobody else writes meanwhile.</summary>
internal sealed class SqliteWork(SqliteConnection connection, SqliteTransaction transaction) : HubTransaction(connection, transaction)
{
    public override void Hold(string what, bool shared)
    {
        // The whole file is held already.
    }

    public override void Insert(string table, string columns, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", Enumerable.Range(1, rows[0].Length).Select(index => $"${index}"));
        using var command = Command($"INSERT INTO {table} ({columns}) VALUES ({names})", rows[0]);
        command.Prepare();
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                command.Parameters[index].Value = row[index] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    protected override DbParameter Parameter(int place, object value) => new SqliteParameter($"${place}", value);
}
