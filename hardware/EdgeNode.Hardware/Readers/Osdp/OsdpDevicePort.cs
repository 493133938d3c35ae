using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hardware;

/// <summary>An OSDP reader on a real serial port, driven by the port's thread: a far end for a controller that is being put up.</summary>
public sealed class OsdpDevicePort : IDisposable
{
    private static readonly TimeSpan LookAtOrders = TimeSpan.FromMilliseconds(20);
    private readonly OsdpDevice _device;
    private readonly ConcurrentQueue<Action<OsdpDevice>> _orders = new();
    private readonly Func<TimeSpan> _uptime;
    private readonly OsdpTrace? _trace;
    private readonly SerialPort _port;

    /// <summary>Opens the port and begins to answer.</summary>
    /// <param name="path">Path of the port.</param>
    /// <param name="baud">Bits per second.</param>
    /// <param name="device">The reader.</param>
    /// <param name="uptime">Time since the start.</param>
    /// <param name="trace">Where every message is written; null = nowhere.</param>
    /// <param name="log">Where loss and return of the port are told.</param>
    /// <exception cref="HardwareMissingException">The port cannot be opened.</exception>
    public OsdpDevicePort(string path, int baud, OsdpDevice device, Func<TimeSpan> uptime, OsdpTrace? trace, ILogger log)
    {
        (_device, _uptime, _trace) = (device, uptime, trace);
        _port = new(path, baud, Talk, log);
    }

    /// <summary>Does something with the reader, in the port's thread.</summary>
    public void Do(Action<OsdpDevice> order) => _orders.Enqueue(order);

    /// <inheritdoc/>
    public void Dispose() => _port.Dispose();

    private void Talk(SerialLine line, Func<bool> go)
    {
        Span<byte> buffer = stackalloc byte[OsdpFrame.Longest];
        while (go())
        {
            while (_orders.TryDequeue(out var order))
            {
                order(_device);
            }

            if (line.Read(buffer, LookAtOrders) is not { } count)
            {
                return;
            }

            if (count == 0)
            {
                continue;
            }

            _trace?.Received(buffer[..count]);
            var answer = _device.Receive(buffer[..count], _uptime());
            if (answer.Length > 0)
            {
                _trace?.Sent(answer);
                if (!line.Write(answer) || (_device.Move() is { } to && !line.ChangeRate(to.Baud)))
                {
                    return;
                }
            }
        }
    }
}
