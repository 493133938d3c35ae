using System.Diagnostics;
using System.Globalization;
using EdgeNode.CloudSync.Tests;
using Npgsql;

namespace EdgeNode.Hub.Tests;

/// <summary>A real PostgreSQL of its own on loopback, in a temporary cluster, run by a user without rights.</summary>
/// <param name="durable">Whether it waits for the disk, as a network's does; tests need not.</param>
public sealed class PostgresServer(bool durable) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-postgres-").FullName;
    private readonly int _port = FreePort.Take();
    private Process? _server;
    private int _databases;

    /// <summary>Connection string of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"hub{Interlocked.Increment(ref _databases)}");
        using var connection = new NpgsqlConnection(Connection("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        return Connection(name);
    }

    /// <summary>Process id of the server.</summary>
    public int Id => int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public async Task Create()
    {
        var data = Path.Combine(_folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", "postgres", _folder);
        }

        await Run([.. AsUser(), Program("initdb"), "-D", data, "-U", "hub", "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8"]);
        await Start();
    }

    /// <summary>Kills the server without a farewell and starts it again.</summary>
    public async Task Restart()
    {
        await Kill();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Start()
    {
        string[] command =
        [
            .. AsUser(), Program("postgres"), "-D", Path.Combine(_folder, "data"), "-p", _port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", durable ? "fsync=on" : "fsync=off", "-c", "max_connections=100",
        ];
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = new Process { StartInfo = new(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _folder } };
        _server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        _server.Start();
        _server.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task Kill()
    {
        if (_server is { } server)
        {
            // The server's own process: the one started here may only have changed its user.
            await Run("kill", "-QUIT", Id.ToString(CultureInfo.InvariantCulture));
            await server.WaitForExitAsync();
            server.Dispose();
            _server = null;
        }
    }

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {await output} {errors}");
        }
    }

    private string Connection(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=hub;Database={database}");

    // PostgreSQL refuses to run as root.
    private static string[] AsUser() => Environment.IsPrivilegedProcess ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : [];

    private static string Program(string name) => Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin", name)).LastOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests need a real database: apt-get install postgresql");
}
