namespace EdgeNode.Hardware;

/// <summary>
/// The keys that a reader may have: the one in use, and while a rotation is under way the next. A power cut between the two phases
/// leaves one of them right, so both are tried.
/// </summary>
/// <param name="Current">The key in use; null = not paired yet.</param>
/// <param name="Next">The key that was or will be sent; null = no rotation.</param>
public sealed record OsdpKeyRing(OsdpKey? Current, OsdpKey? Next)
{
    /// <summary>A reader that was never paired.</summary>
    public static OsdpKeyRing Empty { get; } = new(null, null);

    /// <summary>Keys to try, the newest first.</summary>
    public IReadOnlyList<OsdpKey> Candidates => [.. new[] { Next, Current }.OfType<OsdpKey>()];

    /// <summary>First phase: the next key is kept before the reader hears of it.</summary>
    public OsdpKeyRing Propose(OsdpKey next) => this with { Next = next };

    /// <summary>Second phase: the reader has proved a key, the other is forgotten.</summary>
    public static OsdpKeyRing Settle(OsdpKey proved) => new(proved, null);
}
