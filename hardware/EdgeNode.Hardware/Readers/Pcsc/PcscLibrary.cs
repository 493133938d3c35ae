using System.Runtime.InteropServices;

namespace EdgeNode.Hardware;

/// <summary>
/// libpcsclite, since no wrapper is served as a package. Its LONG and DWORD are C longs: as wide as a pointer on Linux. Structures are
/// not packed.
/// </summary>
internal static unsafe partial class PcscLibrary
{
    public const uint Success = 0;
    public const uint Timeout = 0x8010000A;
    public const uint NoReaders = 0x8010002E;
    public const nuint ScopeSystem = 2;
    public const nuint ShareShared = 2;
    public const nuint EitherProtocol = 3;
    public const nuint LeaveCard = 0;
    public const nuint CardPresent = 0x20;
    public const nuint ReaderGone = 0x4 | 0x8;
    private const string Library = "libpcsclite.so.1";

    /// <summary>What a code means, in the library's words.</summary>
    public static string Words(nint code) => Marshal.PtrToStringUTF8(pcsc_stringify_error(code)) ?? "";

    [LibraryImport(Library)]
    public static partial nint SCardEstablishContext(nuint scope, nint reserved, nint alsoReserved, out nint context);

    [LibraryImport(Library)]
    public static partial nint SCardReleaseContext(nint context);

    [LibraryImport(Library)]
    public static partial nint SCardListReaders(nint context, byte* groups, byte* readers, ref nuint length);

    [LibraryImport(Library)]
    public static partial nint SCardGetStatusChange(nint context, nuint milliseconds, ref ReaderState state, nuint count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint SCardConnect(nint context, string reader, nuint share, nuint protocols, out nint card, out nuint protocol);

    [LibraryImport(Library)]
    public static partial nint SCardDisconnect(nint card, nuint disposition);

    [LibraryImport(Library)]
    public static partial nint SCardTransmit(nint card, in Protocol sent, byte* command, nuint length, nint received, byte* reply, ref nuint replyLength);

    [LibraryImport(Library)]
    private static partial nint pcsc_stringify_error(nint code);

    // SCARD_IO_REQUEST.
    [StructLayout(LayoutKind.Sequential)]
    public struct Protocol
    {
        public nuint Number;
        public nuint Length;
    }

    // SCARD_READERSTATE, 80 bytes. The upper half of the event is a counter that is given back as it came.
    [StructLayout(LayoutKind.Sequential)]
    public struct ReaderState
    {
        public nint Reader;
        public nint User;
        public nuint Current;
        public nuint Event;
        public nuint AtrLength;
        public fixed byte Atr[33];
    }
}
