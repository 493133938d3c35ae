using EdgeNode.Hub.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace EdgeNode.Hub.Tests;

/// <summary>One server for all tests of this project; each test gets a database.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private readonly PostgresServer _server = new(durable: false);

    /// <summary>Connection string of a new, empty database.</summary>
    public string NewDatabase() => _server.NewDatabase();

    /// <summary>Kills the server without a farewell and starts it again.</summary>
    public Task Restart() => _server.Restart();

    public async ValueTask InitializeAsync() => await _server.Create();

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
