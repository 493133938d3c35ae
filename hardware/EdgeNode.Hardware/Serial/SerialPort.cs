using Microsoft.Extensions.Logging;

namespace EdgeNode.Hardware;

/// <summary>
/// A serial port with a thread of its own, opened again when it is unplugged and comes back. A port that is missing at the start
/// is an error of the installation; one that goes away later is only a silent device.
/// </summary>
public sealed class SerialPort : IDisposable
{
    private static readonly TimeSpan LookAtStop = TimeSpan.FromMilliseconds(200);
    private readonly string _path;
    private readonly int _baud;
    private readonly Action<SerialLine, Func<bool>> _talk;
    private readonly ILogger _log;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    /// <summary>Opens the port and begins to read.</summary>
    /// <param name="path">Path of the device.</param>
    /// <param name="baud">Bits per second.</param>
    /// <param name="received">Called with bytes as they come, in the port's thread.</param>
    /// <param name="log">Where loss and return of the port are told.</param>
    /// <exception cref="HardwareMissingException">The port cannot be opened.</exception>
    public SerialPort(string path, int baud, Action<ReadOnlySpan<byte>> received, ILogger log)
        : this(path, baud, (line, go) => Listen(line, go, received), log)
    {
    }

    /// <summary>Opens the port and begins to talk.</summary>
    /// <param name="path">Path of the device.</param>
    /// <param name="baud">Bits per second.</param>
    /// <param name="talk">Speaks over the line until it is gone, or it is told to stop.</param>
    /// <param name="log">Where loss and return of the port are told.</param>
    /// <exception cref="HardwareMissingException">The port cannot be opened.</exception>
    internal SerialPort(string path, int baud, Action<SerialLine, Func<bool>> talk, ILogger log)
    {
        (_path, _baud, _talk, _log) = (path, baud, talk, log);
        var line = SerialLine.Open(path, baud);
        _thread = new Thread(() => Run(line)) { IsBackground = true, Name = $"serial {path}" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run(SerialLine? line)
    {
        while (line is not null)
        {
            using (line)
            {
                _talk(line, () => !_stop.IsSet);
            }

            line = null;
            if (!_stop.IsSet)
            {
                _log.PortLost(_path);
                line = Reopen();
            }
        }
    }

    private SerialLine? Reopen()
    {
        while (!_stop.Wait(TimeSpan.FromSeconds(1)))
        {
            if (SerialLine.TryOpen(_path, _baud, out _) is { } line)
            {
                _log.PortBack(_path);
                return line;
            }
        }

        return null;
    }

    private static void Listen(SerialLine line, Func<bool> go, Action<ReadOnlySpan<byte>> received)
    {
        Span<byte> buffer = stackalloc byte[512];
        while (go() && line.Read(buffer, LookAtStop) is { } count)
        {
            if (count > 0)
            {
                received(buffer[..count]);
            }
        }
    }
}
