namespace EdgeNode.Hardware;

/// <summary>A field of a card: which bits make it, most significant first; at most 63.</summary>
public sealed class BitField(params int[] bits)
{
    /// <summary>Bits in a row.</summary>
    public BitField(int first, int length)
        : this([.. Enumerable.Range(first, length)])
    {
    }

    /// <summary>The bits, by index in the frame.</summary>
    public IReadOnlyList<int> Bits => bits;

    /// <summary>The field's value in a frame of 0 and 1.</summary>
    public long Read(string frame) => bits.Aggregate(0L, (value, index) => (value << 1) | (uint)(frame[index] - '0'));
}
