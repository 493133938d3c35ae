using System.ComponentModel;
using System.Runtime.InteropServices;

namespace EdgeNode.Hardware.Tests;

/// <summary>The far end of a real terminal of the kernel; disposing it hangs the line up.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWriteNoControllingTerminal = 0x102;
    private readonly int _far;

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

    public void Dispose() => _ = close(_far);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ptsname_r(int file, [Out] byte[] name, nuint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int file, ReadOnlySpan<byte> bytes, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int file);
}
