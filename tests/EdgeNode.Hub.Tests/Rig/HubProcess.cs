using System.Diagnostics;
using System.Globalization;

namespace EdgeNode.Hub.Tests;

/// <summary>A worker of the hub as a process of its own, so that it can be killed in the middle of anything.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private readonly Process _process;
    private bool _gone;

    private HubProcess(Process process) => _process = process;

    public static async Task<HubProcess> Start(string database, string keys, int port, int worker, CancellationToken stop)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "edgenode-hub.dll"), "run", "--db", database, "--keys", keys, "--plain",
            "--port", port.ToString(CultureInfo.InvariantCulture), "--worker", worker.ToString(CultureInfo.InvariantCulture),
        ];
        var process = new Process { StartInfo = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false } };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("sites need this key", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var hub = new HubProcess(process);
        try
        {
            await ready.Task.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            await hub.DisposeAsync();
            throw;
        }

        return hub;
    }

    /// <summary>Processor time so far, and the most memory that it had.</summary>
    public (TimeSpan Processor, long Memory) Cost()
    {
        _process.Refresh();
        return (_process.TotalProcessorTime, _process.PeakWorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        // A second farewell finds nobody.
        if (!_gone)
        {
            _gone = true;
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
