namespace EdgeNode.Hardware;

/// <summary>Bits as they come in, from two lines whose edges may be told out of order; bounded.</summary>
internal sealed class WiegandFrame
{
    /// <summary>Fewer bits than this are noise on the line, not a frame.</summary>
    public const int Least = 4;

    private const int Most = 128;

    // No reader sends faster than one bit in 200 us: closer is ringing.
    private static readonly TimeSpan Closest = TimeSpan.FromMicroseconds(100);

    private readonly List<(char Bit, TimeSpan At)> _bits = new(Most + 1);
    private readonly TimeSpan _gap;
    private TimeSpan _lastOfLast = TimeSpan.MinValue;
    private bool _lost;

    /// <param name="gap">Silence that ends a frame.</param>
    public WiegandFrame(TimeSpan gap) => _gap = gap;

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
    /// <returns>
    /// The bits, empty where there were more than 128; how many; when the last came; whether they cannot be believed:
    /// edges were lost, came too close, or belong to more or less than one frame, since a starved program is told late.
    /// </returns>
    public (string Bits, int Count, TimeSpan LastBit, bool Disturbed) Take()
    {
        _bits.Sort((one, other) => one.At.CompareTo(other.At));
        var steps = _bits.Zip(_bits.Skip(1)).Select(pair => pair.Second.At - pair.First.At);
        var isRest = _bits.Count > 0 && _lastOfLast > TimeSpan.MinValue && _bits[0].At - _lastOfLast < _gap;
        var last = _bits.Count > 0 ? _bits[^1].At : _lastOfLast;
        var frame = (
            _bits.Count <= Most ? string.Concat(_bits.Select(bit => bit.Bit)) : "",
            _bits.Count,
            last,
            _lost || isRest || steps.Any(step => step < Closest || step >= _gap));
        (_lost, _lastOfLast) = (false, last);
        _bits.Clear();
        return frame;
    }
}
