namespace EdgeNode.Hardware;

/// <summary>Leave, for a while, to speak to a reader under the key that everybody knows, only to give it its own.</summary>
/// <param name="By">Who allowed it; kept in the journal of whoever asked.</param>
/// <param name="Until">When the leave ends, on uptime.</param>
/// <param name="Key">The key that the reader is to have.</param>
public sealed record OsdpPairing(string By, TimeSpan Until, OsdpKey Key)
{
    /// <summary>Longest leave.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(5);
}
