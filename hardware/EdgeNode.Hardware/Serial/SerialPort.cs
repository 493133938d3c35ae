using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hardware;

/// <summary>
/// Reads a serial port in a thread of its own and opens it again when it is unplugged and comes back. A port that is missing at
/// the start is an error of the installation; one that goes away later is only a silent sensor.
/// </summary>
public sealed class SerialPort : IDisposable
{
    private const int LookAtStopMs = 200;
    private readonly string _path;
    private readonly int _baud;
    private readonly Action<ReadOnlySpan<byte>> _received;
    private readonly ILogger _log;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private int _file;

    /// <summary>Opens the port and begins to read.</summary>
    /// <param name="path">Path of the device.</param>
    /// <param name="baud">Bits per second.</param>
    /// <param name="received">Called with bytes as they come, in the port's thread.</param>
    /// <param name="log">Where loss and return of the port are told.</param>
    /// <exception cref="HardwareMissingException">The port cannot be opened.</exception>
    public SerialPort(string path, int baud, Action<ReadOnlySpan<byte>> received, ILogger log)
    {
        (_path, _baud, _received, _log) = (path, baud, received, log);
        _file = Open();
        if (_file < 0)
        {
            var why = new Win32Exception(Marshal.GetLastPInvokeError()).Message;
            throw new HardwareMissingException(
                $"the serial port {path} cannot be opened ({why}). Plug the sensor in, look for its name with: ls /dev/serial/by-id, and put this program's user into the group dialout.");
        }

        _thread = new Thread(Run) { IsBackground = true, Name = $"serial {path}" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private int Open()
    {
        var file = LinuxTty.Open(_path);
        if (file < 0 || LinuxTty.MakeRaw(file, _baud))
        {
            return file;
        }

        var error = Marshal.GetLastPInvokeError();
        _ = LinuxTty.close(file);
        Marshal.SetLastPInvokeError(error);
        return -1;
    }

    private void Run()
    {
        while (!_stop.IsSet)
        {
            ReadUntilLost();
            _ = LinuxTty.close(_file);
            if (!_stop.IsSet)
            {
                _log.PortLost(_path);
                Reopen();
            }
        }
    }

    private void ReadUntilLost()
    {
        Span<byte> buffer = stackalloc byte[512];
        while (!_stop.IsSet)
        {
            var request = new LinuxTty.PollRequest { File = _file, Events = LinuxTty.PollIn };
            var ready = LinuxTty.poll(ref request, 1, LookAtStopMs);
            if (ready < 0 && Marshal.GetLastPInvokeError() != LinuxTty.Interrupted)
            {
                return;
            }

            if (ready <= 0)
            {
                continue;
            }

            var count = LinuxTty.read(_file, buffer, (nuint)buffer.Length);
            if (count <= 0)
            {
                return;
            }

            _received(buffer[..(int)count]);
        }
    }

    private void Reopen()
    {
        while (!_stop.Wait(TimeSpan.FromSeconds(1)))
        {
            _file = Open();
            if (_file >= 0)
            {
                _log.PortBack(_path);
                return;
            }
        }
    }
}
