using System.ComponentModel;
using System.Runtime.InteropServices;

namespace EdgeNode.Hardware;

/// <summary>A serial port that is open: raw bytes both ways, for one thread.</summary>
internal sealed class SerialLine : IDisposable
{
    private readonly int _file;

    private SerialLine(int file) => _file = file;

    /// <summary>Opens a port.</summary>
    /// <exception cref="HardwareMissingException">It cannot be opened.</exception>
    public static SerialLine Open(string path, int baud) =>
        TryOpen(path, baud, out var error) ?? throw new HardwareMissingException(
            $"the serial port {path} cannot be opened ({new Win32Exception(error).Message}). Plug the device in, look for its name with: ls /dev/serial/by-id, "
            + "end the program that holds it (fuser names it), and put this program's user into the group dialout.");

    /// <summary>Opens a port; null where it is not there.</summary>
    public static SerialLine? TryOpen(string path, int baud, out int error)
    {
        var file = LinuxTty.Open(path);
        if (file >= 0 && LinuxTty.MakeRaw(file, baud))
        {
            error = 0;
            return new(file);
        }

        error = Marshal.GetLastPInvokeError();
        if (file >= 0)
        {
            _ = LinuxTty.close(file);
        }

        return null;
    }

    /// <summary>Waits for bytes at most a time. Gives how many; 0 = none came; null = the port is gone.</summary>
    public int? Read(Span<byte> buffer, TimeSpan atMost)
    {
        var request = new LinuxTty.PollRequest { File = _file, Events = LinuxTty.PollIn };
        var ready = LinuxTty.poll(ref request, 1, (int)Math.Ceiling(Math.Max(0, atMost.TotalMilliseconds)));
        if (ready < 0)
        {
            return Marshal.GetLastPInvokeError() == LinuxTty.Interrupted ? 0 : null;
        }

        if (ready == 0)
        {
            return 0;
        }

        var count = (int)LinuxTty.read(_file, buffer, (nuint)buffer.Length);
        return count > 0 ? count : null;
    }

    /// <summary>Goes on at another rate, once what was sent is out; false = the port is gone.</summary>
    public bool ChangeRate(int baud) => LinuxTty.ChangeRate(_file, baud);

    /// <summary>Sends bytes; false = the port is gone, or takes no more.</summary>
    public bool Write(ReadOnlySpan<byte> bytes) => LinuxTty.write(_file, bytes, (nuint)bytes.Length) == bytes.Length;

    /// <inheritdoc/>
    public void Dispose() => _ = LinuxTty.close(_file);
}
