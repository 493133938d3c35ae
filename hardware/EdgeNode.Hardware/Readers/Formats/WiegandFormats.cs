using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>The published card formats that a reader may send, and the check of a frame against them. Pure.</summary>
public static class WiegandFormats
{
    /// <summary>All formats known, by name.</summary>
    public static IReadOnlyDictionary<string, WiegandFormat> All { get; } = new[]
    {
        Halves("H10301", 26, new(1, 8), new(9, 16), 13),
        Halves("H10306", 34, new(1, 16), new(17, 16), 17),
        Halves("H10304", 37, new(1, 16), new(17, 19), 19, overlap: 1),
        Halves("H10302", 37, null, new(1, 35), 19, overlap: 1),
    }.ToDictionary(format => format.Name);

    /// <summary>Checks a frame against the formats that the configuration expects of this reader.</summary>
    /// <returns>The format that fits, or what is wrong.</returns>
    public static (WiegandFormat? Format, ReadFault Fault) Check(string bits, IReadOnlyCollection<WiegandFormat> expected)
    {
        var sameLength = expected.Where(format => format.Bits == bits.Length).ToArray();
        return sameLength.FirstOrDefault(format => format.ParityHolds(bits)) is { } fits
            ? (fits, default)
            : (null, sameLength.Length == 0 ? ReadFault.Length : ReadFault.Parity);
    }

    // Even parity in front over the first half, odd parity behind over the second.
    private static WiegandFormat Halves(string name, int bits, BitField? facility, BitField number, int half, int overlap = 0) =>
        new(name, bits, facility, number,
        [
            new ParityBit(0, Odd: false, [.. Enumerable.Range(1, half - 1)]),
            new ParityBit(bits - 1, Odd: true, [.. Enumerable.Range(half - overlap, bits - 1 - half + overlap)]),
        ]);
}
