using System.Data.Common;
using Npgsql;

namespace EdgeNode.Hub;

/// <summary>A transaction of PostgreSQL.</summary>
internal sealed class PostgresWork(NpgsqlConnection connection, NpgsqlTransaction transaction) : HubTransaction(connection, transaction)
{
    public override void Hold(string what, bool shared) =>
        Run($"SELECT pg_advisory_xact_lock{(shared ? "_shared" : "")}(hashtextextended($1, 0))", what);

    public override void Insert(string table, string columns, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var copy = connection.BeginBinaryImport($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row)
            {
                Write(copy, value);
            }
        }

        copy.Complete();
    }

    protected override DbParameter Parameter(int place, object value) => new NpgsqlParameter { Value = value };

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null:
                copy.WriteNull();
                break;
            case string text:
                copy.Write(text);
                break;
            case long number:
                copy.Write(number);
                break;
            case byte[] bytes:
                copy.Write(bytes);
                break;
            default:
                throw new ArgumentException($"A column of {value.GetType().Name} cannot be copied; give a string, a long or bytes.", nameof(value));
        }
    }
}
