namespace EdgeNode.Hardware;

/// <summary>A field of a card, most significant bit first.</summary>
/// <param name="First">Index of its first bit.</param>
/// <param name="Length">Number of bits, at most 63.</param>
public readonly record struct BitField(int First, int Length)
{
    /// <summary>The field's value in a frame of 0 and 1.</summary>
    public long Read(string bits) => bits.AsSpan(First, Length).ToString().Aggregate(0L, (value, bit) => (value << 1) | (uint)(bit - '0'));
}
