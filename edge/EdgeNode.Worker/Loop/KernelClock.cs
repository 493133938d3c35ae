using System.Runtime.InteropServices;

namespace EdgeNode.Worker;

/// <summary>Asks the kernel whether its clock is disciplined by network time or a reference clock (adjtimex(2)), whichever daemon does it.</summary>
public static partial class KernelClock
{
    private const int TimeError = 5;

    // struct timex is 208 bytes on 64-bit Linux; with modes = 0 the call only reads.
    private const int TimexSize = 208;

    /// <summary>Whether the kernel's clock is synchronised now.</summary>
    public static bool IsSynchronised()
    {
        Span<byte> timex = stackalloc byte[TimexSize];
        timex.Clear();
        var state = adjtimex(ref MemoryMarshal.GetReference(timex));
        return state is >= 0 and not TimeError;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int adjtimex(ref byte timex);
}
