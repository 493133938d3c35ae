using System.Text;

namespace EdgeNode.Hardware;

/// <summary>Bits of one frame as they come in; bounded.</summary>
internal sealed class WiegandFrame
{
    /// <summary>Fewer bits than this are noise on the line, not a frame.</summary>
    public const int Least = 4;

    private const int Most = 128;
    private readonly StringBuilder _bits = new(Most);

    /// <summary>Bits so far, counting those beyond the bound.</summary>
    public int Count { get; private set; }

    /// <summary>When the last bit came in, on uptime.</summary>
    public TimeSpan LastBit { get; private set; }

    public void Add(char bit, TimeSpan at)
    {
        Count++;
        LastBit = at;
        if (_bits.Length < Most)
        {
            _bits.Append(bit);
        }
    }

    /// <summary>The frame's bits; the next frame begins empty.</summary>
    public string Take()
    {
        var bits = Count <= Most ? _bits.ToString() : "";
        _bits.Clear();
        Count = 0;
        return bits;
    }
}
