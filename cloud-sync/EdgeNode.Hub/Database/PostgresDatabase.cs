using System.Globalization;
using Npgsql;
using Polly;
using Polly.Retry;

namespace EdgeNode.Hub;

/// <summary>PostgreSQL: as many workers as wanted; what belongs to one site waits for its turn by <see cref="HubTransaction.Hold"/>.</summary>
internal sealed class PostgresDatabase : HubDatabase
{
    // Months ahead for which a partition is made when a worker starts; what falls outside lies in the partition of the rest.
    private const int MonthsAhead = 24;

    private readonly NpgsqlDataSource _source;
    private readonly ResiliencePipeline _again = new ResiliencePipelineBuilder { Name = "hub database" }
        .AddRetry(new RetryStrategyOptions
        {
            Name = "lost connection, deadlock or somebody was first",
            MaxRetryAttempts = 5,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(50),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is NpgsqlException error
                && (error.IsTransient || error.SqlState == PostgresErrorCodes.UniqueViolation)),
        })
        .Build();

    public PostgresDatabase(string connection)
    {
        _source = new NpgsqlDataSourceBuilder(connection).Build();
        Transact(to =>
        {
            to.Hold("schema");
            return to.Run(HubSchema.ForPostgres(Months()));
        });
    }

    public override T Transact<T>(Func<HubTransaction, T> work) => _again.Execute(() =>
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var result = work(new PostgresWork(connection, transaction));
        transaction.Commit();
        return result;
    });

    protected override void Close() => _source.Dispose();

    private static IEnumerable<DateOnly> Months()
    {
        var first = DateOnly.ParseExact(HubSchema.FirstMonth, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var now = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        for (var month = first; month <= now.AddMonths(MonthsAhead); month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
