using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EdgeNode.Hardware.Tests;

/// <summary>A real mosquitto on a free port of loopback.</summary>
internal sealed class SensorBroker : IDisposable
{
    private readonly string _config = Path.GetTempFileName();
    private Process? _process;

    public SensorBroker()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        File.WriteAllText(_config, $"listener {Port} 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest stderr\n");
    }

    public int Port { get; }

    public async Task Start(CancellationToken stop)
    {
        var program = File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto";
        _process = Process.Start(new ProcessStartInfo(program, ["-c", _config]) { RedirectStandardError = true })!;
        while (await _process.StandardError.ReadLineAsync(stop) is { } line && !line.EndsWith(" running", StringComparison.Ordinal))
        {
            Debug.Assert(!_process.HasExited, line);
        }
    }

    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        File.Delete(_config);
    }
}
