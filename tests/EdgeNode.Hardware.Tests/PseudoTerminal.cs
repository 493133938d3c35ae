using System.ComponentModel;
using System.Runtime.InteropServices;

namespace EdgeNode.Hardware.Tests;

/// <summary>The far end of a real terminal of the kernel; disposing it hangs the line up.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWriteNoControllingTerminal = 0x102;
    private readonly int _far;
    private int _near = -1;

    public PseudoTerminal()
    {
        _far = posix_openpt(ReadWriteNoControllingTerminal);
        var name = new byte[128];
        if (_far < 0 || grantpt(_far) != 0 || unlockpt(_far) != 0 || ptsname_r(_far, name, (nuint)name.Length) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        Path = System.Text.Encoding.ASCII.GetString(name).TrimEnd('\0');
    }

    /// <summary>Path of the near end.</summary>
    public string Path { get; }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        if (write(_far, bytes, (nuint)bytes.Length) != bytes.Length)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Keeps the near end open and raw, so that nothing hangs up or echoes before a program has it.</summary>
    public void Hold()
    {
        var attributes = new byte[64];
        _near = open(Path, ReadWriteNoControllingTerminal);
        if (_near < 0 || tcgetattr(_near, attributes) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        cfmakeraw(attributes);
        _ = tcsetattr(_near, 0, attributes);
    }

    /// <summary>What the near end wrote; waits for it. 0 = nobody is there.</summary>
    public int Receive(Span<byte> bytes) => (int)Math.Max(0, read(_far, bytes, (nuint)bytes.Length));

    public void Dispose()
    {
        if (_near >= 0)
        {
            _ = close(_near);
        }

        _ = close(_far);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ptsname_r(int file, [Out] byte[] name, nuint length);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcgetattr(int file, [In, Out] byte[] attributes);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcsetattr(int file, int when, [In, Out] byte[] attributes);

    [LibraryImport("libc")]
    private static partial void cfmakeraw([In, Out] byte[] attributes);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int file, Span<byte> bytes, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int file, ReadOnlySpan<byte> bytes, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int file);
}
