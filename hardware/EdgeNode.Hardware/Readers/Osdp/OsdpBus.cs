using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hardware;

/// <summary>An RS-485 bus on a serial port with its OSDP readers, driven by the port's thread.</summary>
public sealed class OsdpBus : IDisposable
{
    private static readonly TimeSpan LookAtStop = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<byte, OsdpLink> _links;
    private readonly OsdpController _controller;
    private readonly ConcurrentQueue<Action> _orders = new();
    private readonly Func<TimeSpan> _uptime;
    private readonly OsdpTrace? _trace;
    private readonly SerialPort _port;

    /// <summary>Opens the port and begins to ask.</summary>
    /// <param name="path">Path of the port.</param>
    /// <param name="baud">Bits per second: 9600, 19200, 38400, 57600, 115200 or 230400.</param>
    /// <param name="readers">The readers on the bus, with their keys, each with who is told of it, in the port's thread.</param>
    /// <param name="fill">Fills bytes with randomness.</param>
    /// <param name="uptime">The node's uptime.</param>
    /// <param name="trace">Where every message is written; null = nowhere.</param>
    /// <param name="log">Where loss and return of the port are told.</param>
    /// <exception cref="HardwareMissingException">The port cannot be opened.</exception>
    public OsdpBus(
        string path,
        int baud,
        IEnumerable<(OsdpLinkSettings Settings, OsdpKeyRing Keys, Action<OsdpEvent> Told)> readers,
        Action<byte[]> fill,
        Func<TimeSpan> uptime,
        OsdpTrace? trace,
        ILogger log)
    {
        (_uptime, _trace) = (uptime, trace);
        _links = readers.ToDictionary(reader => reader.Settings.Address, reader => new OsdpLink(reader.Settings, reader.Keys, fill, reader.Told));
        _controller = new(_links.Values, baud);
        _port = new(path, baud, Talk, log);
    }

    /// <summary>Asks a reader for something; dropped where it is not up within a time.</summary>
    public void Ask(byte address, OsdpCommand command, byte[] content, TimeSpan within) =>
        _orders.Enqueue(() => _links[address].Ask(command, content, _uptime() + within));

    /// <summary>Sends a reader to another address and rate; dropped where it is not up within a time. It tells that it goes, and is not heard here again.</summary>
    public void Move(byte address, byte to, int baud, TimeSpan within) => Ask(address, OsdpCommand.SetCommunication, OsdpContent.Communication(to, baud), within);

    /// <summary>Gives leave to pair a reader.</summary>
    public void Pair(byte address, OsdpPairing pairing) => _orders.Enqueue(() => _links[address].Pair(pairing));

    /// <summary>Gives a reader another key.</summary>
    public void Rotate(byte address, OsdpKey next) => _orders.Enqueue(() => _links[address].Rotate(next));

    /// <inheritdoc/>
    public void Dispose()
    {
        _port.Dispose();
        _controller.Dispose();
    }

    private void Talk(SerialLine line, Func<bool> go)
    {
        Span<byte> buffer = stackalloc byte[OsdpFrame.Longest];
        while (go())
        {
            while (_orders.TryDequeue(out var order))
            {
                order();
            }

            var message = _controller.Send(_uptime());
            if (message.Length > 0)
            {
                _trace?.Sent(message);
                if (!line.Write(message))
                {
                    return;
                }
            }

            var now = _uptime();
            var pause = _controller.Due(now) - now;
            if (line.Read(buffer, pause < LookAtStop ? pause : LookAtStop) is not { } count)
            {
                return;
            }

            if (count > 0)
            {
                _trace?.Received(buffer[..count]);
                _controller.Receive(buffer[..count], _uptime());
            }
        }
    }
}
