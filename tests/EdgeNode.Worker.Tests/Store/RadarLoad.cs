using System.ComponentModel;
using EdgeNode.Hardware.Tests;

namespace EdgeNode.Worker.Tests;

/// <summary>Radars on real terminals of the kernel, before which people come and go all the time.</summary>
internal sealed class RadarLoad : IAsyncDisposable
{
    private const int Desks = 24;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private readonly PseudoTerminal[] _lines = [.. Enumerable.Range(0, Desks).Select(_ => new PseudoTerminal())];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RadarLoad() => _running = Task.Run(RunAsync);

    /// <summary>The desks section of a configuration with these radars.</summary>
    public string Section => "desks:\n" + string.Concat(_lines.Select((line, desk) =>
        $"  - id: d{desk}\n    area: floor\n    radar: {{ port: {line.Path}, onDelay: 0 s, gapBridge: 0 s, hold: 1 s, reportInterval: 1 s }}\n"));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        Array.ForEach(_lines, line => line.Dispose());
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        for (var beat = 0; !_stop.IsCancellationRequested; beat++)
        {
            for (var desk = 0; desk < Desks; desk++)
            {
                Send(_lines[desk], (beat + desk) / 15 % 2 == 0);
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private static void Send(PseudoTerminal line, bool seen)
    {
        byte state = seen ? (byte)2 : (byte)0;
        try
        {
            line.Send([0xF4, 0xF3, 0xF2, 0xF1, 13, 0, 2, 0xAA, state, 0, 0, 0, (byte)(seen ? 60 : 0), 0, (byte)(seen ? 59 : 0), 0, 0, 0x55, 0, 0xF8, 0xF7, 0xF6, 0xF5]);
        }
        catch (Win32Exception)
        {
            // Nobody reads just now: the program was killed.
        }
    }
}
