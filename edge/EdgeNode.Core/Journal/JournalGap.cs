namespace EdgeNode.Core;

/// <summary>Sequences that no record of a journal has: they were lost with a disk, or passed over when a copy was put back.</summary>
/// <param name="First">First of them.</param>
/// <param name="Last">Last of them.</param>
public readonly record struct JournalGap(long First, long Last)
{
    /// <summary>How many records a journal has within a range of sequences.</summary>
    /// <param name="gaps">The journal's gaps, oldest first.</param>
    /// <param name="from">First sequence.</param>
    /// <param name="through">Last sequence; before <paramref name="from"/> there are none.</param>
    public static long Records(IReadOnlyList<JournalGap> gaps, long from, long through) =>
        Math.Max(0, through - from + 1) - gaps.Sum(gap => Math.Max(0, Math.Min(gap.Last, through) - Math.Max(gap.First, from) + 1));

    /// <summary>From which sequence on a journal has this many records up to another; 1 where it has fewer.</summary>
    /// <param name="gaps">The journal's gaps, oldest first.</param>
    /// <param name="through">Last sequence.</param>
    /// <param name="count">How many.</param>
    public static long Latest(IReadOnlyList<JournalGap> gaps, long through, long count)
    {
        var from = through - count + 1;
        foreach (var gap in gaps.Reverse().Where(gap => gap.Last <= through && gap.Last >= from))
        {
            from -= gap.Last - gap.First + 1;
        }

        return Math.Max(1, from);
    }
}
