using System.Runtime.InteropServices;

namespace EdgeNode.Hardware;

/// <summary>The kernel's own terminal interface (termios2 with a free rate), since the usual serial library is slow and knows fewer rates.</summary>
internal static partial class LinuxTty
{
    public const short PollIn = 0x1;
    public const int Interrupted = 4;
    private const int ReadWrite = 0x2;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const nuint GetAttributes = 0x802C542A;
    private const nuint SetAttributes = 0x402C542B;
    private const nuint SetAttributesOnceSent = 0x402C542C;
    private const nuint Exclusive = 0x540C;
    private const nuint Flush = 0x540B;
    private const uint EightBitsReceiverNoModem = 0x8B0;
    private const uint FreeRate = 0x1000;
    private const int LockExclusiveAtOnce = 2 | 4;

    /// <summary>Opens a terminal for this program alone; a negative number on failure.</summary>
    public static int Open(string path) => open(path, ReadWrite | NoControllingTerminal | NonBlocking | CloseOnExec);

    /// <summary>Raw bytes, 8N1, at a rate, for this program alone (root passes the terminal's own lock, hence a second); false on failure.</summary>
    public static bool MakeRaw(int file, int baud)
    {
        var attributes = default(Termios2);
        if (ioctl(file, GetAttributes, ref attributes) != 0)
        {
            return false;
        }

        attributes.InputFlags = 0;
        attributes.OutputFlags = 0;
        attributes.LocalFlags = 0;
        attributes.ControlFlags = EightBitsReceiverNoModem | FreeRate;
        attributes.InputSpeed = attributes.OutputSpeed = (uint)baud;
        // What came in before belongs to nobody.
        _ = ioctl(file, Flush, 0);
        return flock(file, LockExclusiveAtOnce) == 0 && ioctl(file, SetAttributes, ref attributes) == 0 && ioctl(file, Exclusive, ref attributes) == 0;
    }

    /// <summary>Another rate, once what was written is sent; false on failure.</summary>
    public static bool ChangeRate(int file, int baud)
    {
        var attributes = default(Termios2);
        if (ioctl(file, GetAttributes, ref attributes) != 0)
        {
            return false;
        }

        attributes.InputSpeed = attributes.OutputSpeed = (uint)baud;
        return ioctl(file, SetAttributesOnceSent, ref attributes) == 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(ref PollRequest request, nuint count, int timeout);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint read(int file, Span<byte> buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint write(int file, ReadOnlySpan<byte> buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int file, int operation);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int file, nuint request, ref Termios2 attributes);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int file, nuint request, nint argument);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public int File;
        public short Events;
        public short Found;
    }

    // struct termios2 of the kernel: 44 bytes.
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Termios2
    {
        public uint InputFlags;
        public uint OutputFlags;
        public uint ControlFlags;
        public uint LocalFlags;
        public byte Line;
        public fixed byte ControlCharacters[19];
        public uint InputSpeed;
        public uint OutputSpeed;
    }
}
