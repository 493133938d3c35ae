using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace EdgeNode.Hardware;

/// <summary>
/// The kernel's GPIO character device, version 2 (include/uapi/linux/gpio.h), without a library between: it sets an output's first
/// value in the same operation as its direction, debounces, and gives each edge its own time and number. libgpiod's second driver
/// pulses an active-low output at opening and hides the rest.
/// </summary>
internal static unsafe partial class GpioDevice
{
    public const ulong Input = 1 << 2;
    public const ulong Output = 1 << 3;
    public const ulong RisingEdge = 1 << 4;
    public const ulong FallingEdge = 1 << 5;
    public const ulong PullUp = 1 << 8;
    public const ulong PullDown = 1 << 9;
    private const int ReadWrite = 2;
    private const int CloseOnExec = 0x80000;
    private const uint FirstValue = 2;
    private const uint DebouncePeriod = 3;

    // A card's bits wait here while the program is kept from running; the kernel's own choice would be 16.
    private const uint EdgesThatWait = 256;

    // _IOR(0xB4, 1, 68), _IOWR(0xB4, 7, 592), _IOWR(0xB4, 13, 272), _IOWR(0xB4, 14, 16), _IOWR(0xB4, 15, 16).
    private const nuint GetChip = 0x8044B401;
    private const nuint GetLine = 0xC250B407;
    private const nuint SetConfig = 0xC110B40D;
    private const nuint GetValues = 0xC010B40E;
    private const nuint SetValues = 0xC010B40F;

    /// <summary>Opens a chip by its path.</summary>
    /// <exception cref="Win32Exception">It is not there, or there is no right to it.</exception>
    public static int OpenChip(string path) => Checked(open(path, ReadWrite | CloseOnExec));

    /// <summary>A chip's label and number of lines.</summary>
    public static (string Label, int Lines) Describe(int chip)
    {
        var description = default(ChipDescription);
        Checked(ioctl(chip, GetChip, &description));
        return (Marshal.PtrToStringUTF8((nint)description.Label) ?? "", (int)description.Lines);
    }

    /// <summary>Takes one line: its direction, first value and debounce in one operation. Gives its file.</summary>
    /// <param name="chip">The chip's file.</param>
    /// <param name="line">Number of the line.</param>
    /// <param name="flags">Direction, edges, pull.</param>
    /// <param name="high">First value of an output.</param>
    /// <param name="debounce">How long an input must be still; zero = edges as they come.</param>
    /// <exception cref="Win32Exception">The line is taken, or not there.</exception>
    public static int RequestLine(int chip, int line, ulong flags, bool high, TimeSpan debounce)
    {
        var request = new LineRequest { Lines = 1, EventBuffer = EdgesThatWait, Config = Config(flags, high, debounce) };
        request.Offsets[0] = (uint)line;
        Encoding.ASCII.GetBytes("edgenode", new Span<byte>(request.Consumer, 31));
        Checked(ioctl(chip, GetLine, &request));
        return request.File;
    }

    /// <summary>Changes the edges that an input tells.</summary>
    public static void Reconfigure(int file, ulong flags, TimeSpan debounce)
    {
        var config = Config(flags, high: false, debounce);
        Checked(ioctl(file, SetConfig, &config));
    }

    /// <summary>The level of a line.</summary>
    public static bool IsHigh(int file)
    {
        var values = new LineValues { Mask = 1 };
        Checked(ioctl(file, GetValues, &values));
        return (values.Bits & 1) != 0;
    }

    /// <summary>Drives an output.</summary>
    public static void Write(int file, bool high)
    {
        var values = new LineValues { Bits = high ? 1u : 0u, Mask = 1 };
        Checked(ioctl(file, SetValues, &values));
    }

    /// <summary>Takes the edges that wait at a line; a negative number = the line is gone.</summary>
    public static int ReadEdges(int file, Span<Edge> edges)
    {
        fixed (Edge* first = edges)
        {
            var bytes = read(file, first, (nuint)(edges.Length * sizeof(Edge)));
            return bytes < 0 ? -1 : (int)(bytes / sizeof(Edge));
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int file);

    private static int Checked(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int file, nuint request, void* argument);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int file, void* buffer, nuint count);

    /// <summary>struct gpio_v2_line_event, 48 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Edge
    {
        public ulong Nanoseconds;
        public uint Kind;
        public uint Line;
        public uint Sequence;
        public uint LineSequence;
        private fixed uint _padding[6];

        public readonly bool IsRising => Kind == 1;
    }

    // struct gpiochip_info, 68 bytes.
    [StructLayout(LayoutKind.Sequential)]
    private struct ChipDescription
    {
        public fixed byte Name[32];
        public fixed byte Label[32];
        public uint Lines;
    }

    // struct gpio_v2_line_values, 16 bytes.
    [StructLayout(LayoutKind.Sequential)]
    private struct LineValues
    {
        public ulong Bits;
        public ulong Mask;
    }

    private static LineConfig Config(ulong flags, bool high, TimeSpan debounce)
    {
        var config = new LineConfig { Flags = flags };
        if ((flags & Output) != 0)
        {
            config.Attribute(FirstValue, high ? 1u : 0u);
        }
        else if (debounce > TimeSpan.Zero)
        {
            config.Attribute(DebouncePeriod, (ulong)debounce.TotalMicroseconds);
        }

        return config;
    }

    // struct gpio_v2_line_config, 272 bytes; each of ten attributes is (id, padding), value, mask.
    [StructLayout(LayoutKind.Sequential)]
    private struct LineConfig
    {
        public ulong Flags;
        public uint AttributeCount;
        private fixed uint _padding[5];
        private fixed ulong _attributes[10 * 3];

        public void Attribute(uint id, ulong value)
        {
            (_attributes[0], _attributes[1], _attributes[2]) = (id, value, 1);
            AttributeCount = 1;
        }
    }

    // struct gpio_v2_line_request, 592 bytes.
    [StructLayout(LayoutKind.Sequential)]
    private struct LineRequest
    {
        public fixed uint Offsets[64];
        public fixed byte Consumer[32];
        public LineConfig Config;
        public uint Lines;
        public uint EventBuffer;
        private fixed uint _padding[5];
        public int File;
    }
}
