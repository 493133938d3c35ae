using System.Diagnostics;
using System.Globalization;

namespace EdgeNode.CloudSync.Tests;

/// <summary>A real broker of its own on a free loopback port; killed, frozen and thawed by its process.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-mosquitto-").FullName;
    private readonly Func<int, string> _configuration;
    private Process? _process;

    private Mosquitto(Func<int, string>? configuration) => _configuration = configuration ?? Plain;

    public int Port { get; } = FreePort.Take();

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a broker.</summary>
    /// <param name="stop">Bounds the wait.</param>
    /// <param name="configuration">Its configuration by port; null = one that lets everybody do everything and keeps nothing.</param>
    public static async Task<Mosquitto> StartNew(CancellationToken stop, Func<int, string>? configuration = null)
    {
        var broker = new Mosquitto(configuration);
        await broker.Start(stop);
        return broker;
    }

    public async Task Start(CancellationToken stop)
    {
        var config = Path.Combine(_folder, "mosquitto.conf");
        await File.WriteAllTextAsync(config, $"{_configuration(Port)}\nuser {Environment.UserName}\nlog_dest stderr\npersistence_location {_folder}/\n", stop);
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

    /// <summary>Stops its process where it stands: connections stay open and say nothing.</summary>
    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

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

    private static string Plain(int port) =>
        $"listener {port} 127.0.0.1\nallow_anonymous true\npersistence false\nmessage_size_limit 262144\nmax_inflight_messages 100";

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static string Program()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin");
        return folders.Select(folder => Path.Combine(folder, "mosquitto")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests need a real broker: apt-get install mosquitto");
    }
}
