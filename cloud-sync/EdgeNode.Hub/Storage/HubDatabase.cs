using Microsoft.Data.Sqlite;

namespace EdgeNode.Hub;

/// <summary>
/// The network's memory: one SQLite file, every write durable before it returns. One piece of work at a time, each in a transaction
/// of its own: all of it or nothing. Safe to call from any thread.
/// </summary>
public sealed class HubDatabase : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqlWork _work;

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="create">False: a missing file is an error.</param>
    /// <exception cref="InvalidOperationException">There is no such file, or it was written by another version.</exception>
    public HubDatabase(string path, bool create = true)
    {
        if (!create && !File.Exists(path))
        {
            throw new InvalidOperationException($"There is no database at '{path}'. Give the file that the hub runs with.");
        }

        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 };
        _connection = new(settings.ToString());
        _work = new(_connection);
        try
        {
            _connection.Open();
            HubSchema.Prepare(_work, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Raised after each durable write, on the writer's thread and outside the lock.</summary>
    public event Action? Committed;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _work.Dispose();
            _connection.Dispose();
        }
    }

    internal T Read<T>(Func<SqlWork, T> work) => Run("BEGIN", work);

    internal T Write<T>(Func<SqlWork, T> work)
    {
        var result = Run("BEGIN IMMEDIATE", work);
        Committed?.Invoke();
        return result;
    }

    internal void Write(Action<SqlWork> work) => Write(sql =>
    {
        work(sql);
        return true;
    });

    private T Run<T>(string begin, Func<SqlWork, T> work)
    {
        lock (_gate)
        {
            _work.Execute(begin);
            try
            {
                var result = work(_work);
                _work.Execute("COMMIT");
                return result;
            }
            catch
            {
                _work.RollBack();
                throw;
            }
        }
    }
}
