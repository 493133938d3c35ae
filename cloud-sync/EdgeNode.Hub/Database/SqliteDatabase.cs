using Microsoft.Data.Sqlite;

namespace EdgeNode.Hub;

/// <summary>SQLite: one connection, one user at a time. Several workers on one file wait for each other.</summary>
internal sealed class SqliteDatabase : HubDatabase
{
    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    public SqliteDatabase(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        Execute(HubSchema.ForSqlite());
    }

    public override T Transact<T>(Func<HubTransaction, T> work)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            var result = work(new SqliteWork(_connection, transaction));
            transaction.Commit();
            return result;
        }
    }

    protected override void Close() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
