using System.Diagnostics;

namespace EdgeNode.CloudSync.Tests;

/// <summary>A real broker of its own on a free loopback port; killed by its process.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-mosquitto-").FullName;
    private Process? _process;

    public int Port { get; } = FreePort.Take();

    public static async Task<Mosquitto> StartNew(CancellationToken stop)
    {
        var broker = new Mosquitto();
        await broker.Start(stop);
        return broker;
    }

    public async Task Start(CancellationToken stop)
    {
        var config = Path.Combine(_folder, "mosquitto.conf");
        await File.WriteAllTextAsync(
            config,
            $"listener {Port} 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest stderr\nmessage_size_limit 262144\nmax_inflight_messages 100\n",
            stop);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = new(Program(), ["-c", config]) { RedirectStandardError = true, UseShellExecute = false } };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.EndsWith(" running", StringComparison.Ordinal) == true)
            {
                running.TrySetResult();
            }
        };
        _process.Start();
        _process.BeginErrorReadLine();
        await running.Task.WaitAsync(stop);
    }

    public async Task Kill()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Program()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin");
        return folders.Select(folder => Path.Combine(folder, "mosquitto")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests need a real broker: apt-get install mosquitto");
    }
}
