namespace EdgeNode.Hub;

/// <summary>
/// The hub's memory: SQLite for a small network, PostgreSQL for a real one; the same statements on both. What a transaction wrote
/// is on the disk when it returns.
/// </summary>
public abstract class HubDatabase : IDisposable
{
    /// <summary>Opens a database, or makes it.</summary>
    /// <param name="where">Path of a SQLite file, or the connection string of a PostgreSQL database (<c>Host=…;Database=…</c>).</param>
    public static HubDatabase Open(string where) =>
        where.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? new PostgresDatabase(where) : new SqliteDatabase(where);

    /// <summary>Does several things as one: all of them, or on an exception none. It may be run more than once, so it changes nothing outside.</summary>
    public abstract T Transact<T>(Func<HubTransaction, T> work);

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends every connection.</summary>
    protected abstract void Close();
}
