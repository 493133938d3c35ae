namespace EdgeNode.Hardware;

/// <summary>Bits as they come in, from two lines whose edges may be told out of order; bounded.</summary>
internal sealed class WiegandFrame
{
    /// <summary>Fewer bits than this are noise on the line, not a frame.</summary>
    public const int Least = 4;

    /// <summary>Longest frame that is kept.</summary>
    public const int Most = 128;

    /// <summary>Bits closer than this are ringing: no reader sends faster than one in 200 us.</summary>
    public static readonly TimeSpan Ringing = TimeSpan.FromMicroseconds(100);

    private readonly List<(char Bit, TimeSpan At)> _bits = new(Most + 1);
    private bool _lost;

    /// <summary>Takes an edge.</summary>
    /// <param name="bit">0 or 1.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="afterLoss">Edges before it were lost.</param>
    public void Add(char bit, TimeSpan at, bool afterLoss)
    {
        _lost |= afterLoss;
        if (_bits.Count <= Most)
        {
            _bits.Add((bit, at));
        }
    }

    /// <summary>What has come in, in the order in which it happened; the next frame begins empty.</summary>
    /// <returns>The bits, empty where there were more than <see cref="Most"/>; when the last came; whether they can be believed.</returns>
    public (string Bits, int Count, TimeSpan LastBit, bool Disturbed) Take()
    {
        _bits.Sort((one, other) => one.At.CompareTo(other.At));
        var ringing = _bits.Zip(_bits.Skip(1)).Any(pair => pair.Second.At - pair.First.At < Ringing);
        var frame = (
            _bits.Count <= Most ? string.Concat(_bits.Select(bit => bit.Bit)) : "",
            _bits.Count,
            _bits.Count > 0 ? _bits[^1].At : TimeSpan.Zero,
            _lost || ringing);
        _bits.Clear();
        _lost = false;
        return frame;
    }
}
