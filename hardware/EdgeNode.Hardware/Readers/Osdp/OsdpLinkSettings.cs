using System.Collections.Immutable;

namespace EdgeNode.Hardware;

/// <summary>What one reader on a bus is to be.</summary>
/// <param name="Address">Its address, 0 to 7E hexadecimal.</param>
/// <param name="RequireSecure">Only a secure channel will do; false only where the reader has none and the site says so.</param>
/// <param name="PollInterval">Time between two polls.</param>
public sealed record OsdpLinkSettings(byte Address, bool RequireSecure, TimeSpan PollInterval)
{
    /// <summary>Highest address of one reader.</summary>
    public const byte HighestAddress = 0x7E;

    /// <summary>Bits per second that a bus may run at.</summary>
    public static ImmutableArray<int> Rates { get; } = [9600, 19200, 38400, 57600, 115200, 230400];

    /// <summary>Time between two polls where nothing else is said.</summary>
    public static TimeSpan UsualPollInterval { get; } = TimeSpan.FromMilliseconds(100);
}
