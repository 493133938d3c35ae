using System.Data.Common;

namespace EdgeNode.Hub;

/// <summary>One transaction in progress. Parameters are named $1, $2 … in the order given.</summary>
public abstract class HubTransaction(DbConnection connection, DbTransaction transaction)
{
    /// <summary>Waits until no other transaction holds the same, and holds it until this one ends.</summary>
    /// <param name="what">Any words; the same words are the same thing.</param>
    /// <param name="shared">Others may hold it as shared, too.</param>
    public abstract void Hold(string what, bool shared = false);

    /// <summary>Inserts many new rows in the fastest way that the database has; each value is a string, a long, bytes or null.</summary>
    /// <param name="table">Where.</param>
    /// <param name="columns">Names, separated by commas, in the order of the values.</param>
    /// <param name="rows">None of them may be there already.</param>
    public abstract void Insert(string table, string columns, IReadOnlyList<object?[]> rows);

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Run(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads rows.</summary>
    public List<T> Read<T>(string sql, Func<DbDataReader, T> row, params object?[] values)
    {
        var rows = new List<T>();
        Each(sql, reader => rows.Add(row(reader)), values);
        return rows;
    }

    /// <summary>Looks at rows one after another; none is kept.</summary>
    public void Each(string sql, Action<DbDataReader> row, params object?[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }

    /// <summary>Reads the first column of the first row; null when there is none.</summary>
    public object? One(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>A parameter in the database's own words.</summary>
    protected abstract DbParameter Parameter(int place, object value);

    /// <summary>A command of this transaction.</summary>
    protected DbCommand Command(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.Add(Parameter(index + 1, values[index] ?? DBNull.Value));
        }

        return command;
    }
}
