using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeNode.Store;

/// <summary>What .NET has no call for: fdatasync(2), fsync(2) of a folder, and link(2).</summary>
internal static partial class LinuxSync
{
    private const int Interrupted = 4;
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <summary>Content and whatever is needed to read it back.</summary>
    /// <exception cref="IOException">The disk refused; what was written since the last sync may be lost and must be written again.</exception>
    public static void Content(SafeFileHandle file, string path) => Demand(() => FDataSync(file), "fdatasync", path);

    /// <summary>Names in a folder.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Folder(string folder)
    {
        using var handle = Open(folder, ReadOnlyCloseOnExec);
        if (handle.IsInvalid)
        {
            throw Refused("open", folder);
        }

        Demand(() => FSync(handle), "fsync", folder);
    }

    /// <summary>A second name for a file.</summary>
    /// <exception cref="IOException">The disk refused, or the name is taken.</exception>
    public static void Link(string path, string second) => Demand(() => HardLink(path, second), "link", second);

    private static void Demand(Func<int> call, string name, string path)
    {
        while (call() < 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw Refused(name, path);
            }
        }
    }

    private static IOException Refused(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"{call} of {path} failed: {Marshal.GetPInvokeErrorMessage(error)} (errno {error}). Check the disk: dmesg, df, mount.", error);
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FDataSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int HardLink(string path, string second);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags);
}
