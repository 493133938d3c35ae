using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace EdgeNode.Simulation;

/// <summary>One of the built programs in a process of its own, as its user starts it. Every wait ends with the test's own bound.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private const int SigInt = 2;
    private const int SigTerm = 15;
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _said = [];

    public RunningProgram(string name, params string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new(Path.Combine(AppContext.BaseDirectory, name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that the program has said so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>Waits for a line with these words.</summary>
    public async Task<string> WhenSaysAsync(string words, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(stop);
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The program never said \"{words}\". It said:\n{Said}");
        }
    }

    /// <summary>Ctrl-C.</summary>
    public Task<int> InterruptAsync(CancellationToken stop) => EndAsync(SigInt, stop);

    /// <summary>What a service is stopped with.</summary>
    public Task<int> TerminateAsync(CancellationToken stop) => EndAsync(SigTerm, stop);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<int> EndAsync(int signal, CancellationToken stop)
    {
        if (kill(_process.Id, signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        await _process.WaitForExitAsync(stop);
        return _process.ExitCode;
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (_said)
            {
                _said.Add(line);
            }

            _lines.Writer.TryWrite(line);
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
