using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>The published card formats that a reader may send, and the check of a frame against them. Pure.</summary>
/// <remarks>
/// A frame of a format without parity over all its fields cannot be told from a disturbed one: such a format counts only where it is
/// named. Formats of one length with different parity weaken each other's check: a reader whose cards are known should be given
/// their formats alone. H10320, Verkada40 and Defcon32 are known by length: no two sources agree on their parity.
/// </remarks>
public static class WiegandFormats
{
    /// <summary>All formats known, by name.</summary>
    public static IReadOnlyDictionary<string, WiegandFormat> All { get; } = new[]
    {
        Halves("H10301", 26, new(1, 8), new(9, 16), 13),
        Halves("ind26", 26, new(1, 12), new(13, 12), 13),
        new("2804W", 28, new(4, 8), new(12, 15),
            [Even(0, Span(1, 13)), Odd(2, Span(4, 26).Where(bit => bit % 3 != 0)), Odd(27, Span(0, 26))]),
        Halves("ATSW30", 30, new(1, 12), new(13, 16), 13),
        With(Halves("Kastle", 32, new(7, 8), new(15, 16), 17, overlap: 3), Odd(1, [])),
        Halves("D10202", 33, new(1, 7), new(8, 24), 17, overlap: 1),
        Halves("H10306", 34, new(1, 16), new(17, 16), 17),
        Halves("N10002", 34, new(1, 16), new(17, 16), 17),
        Halves("BQT34", 34, new(1, 8), new(9, 24), 17),
        new("C1k35s", 35, new(2, 12), new(14, 20),
            [Odd(0, Span(1, 34)), Even(1, Span(2, 33).Where(bit => bit % 3 != 1)), Odd(34, Span(1, 33).Where(bit => bit % 3 != 0))]),
        Halves("C15001", 36, new(11, 8), new(19, 16), 18),
        new("S12906", 36, new(1, 8), new(11, 24), [Odd(0, Span(1, 17)), Odd(35, Span(17, 34))]),
        new("Sie36", 36, new(1, 18), new(19, 16),
            [Odd(0, Span(1, 34).Where(bit => bit % 3 != 2)), Even(35, Span(1, 34).Where(bit => bit % 3 != 0))]),
        Halves("H10304", 37, new(1, 16), new(17, 19), 19, overlap: 1),
        Halves("H10302", 37, null, new(1, 35), 19, overlap: 1),
        Halves("MDI37", 37, new(3, 4), new(7, 29), 19, overlap: 1),
        Halves("BQT38", 38, new(24, 13), new(1, 19), 19),
        Halves("PW39", 39, new(1, 17), new(18, 20), 19),
        new("P10001", 40, new(4, 12), new(16, 16),
            [.. Span(0, 3).Select(bit => Odd(bit, [])), .. Span(0, 7).Select(bit => Even(32 + bit, [bit, 8 + bit, 16 + bit, 24 + bit]))]),
        new("H800002", 46, new(1, 14), new(15, 30), [Even(0, Span(1, 44)), Odd(45, Span(1, 44))]),
        new("C1k48s", 48, new(2, 22), new(24, 23),
            [Odd(0, Span(1, 47)), Even(1, Span(3, 46).Where(bit => bit % 3 != 2)), Odd(47, Span(2, 46).Where(bit => bit % 3 != 1))]),
        Halves("Avig56", 56, new(1, 20), new(21, 34), 28),
        Halves("ISCS", 38, new(5, 10), new(15, 22), 19),
        new("BC40", 40, new(7, 12), new(19, 19), [Odd(39, Span(19, 37))]),
        new("HGen37", 37, null, new(4, 32),
            [Even(0, Fourth(4)), Odd(2, Fourth(6)), Even(3, Fourth(7)), Odd(36, [])]),
        Bare("ind27", 27, new(0, 13), new(13, 14)),
        Bare("indasc27", 27, new(9, 4, 6, 5, 0, 7, 19, 8, 10, 16, 24, 12, 22), new(26, 1, 3, 15, 14, 17, 20, 13, 25, 2, 18, 21, 11, 23)),
        Bare("Tecom27", 27, new(15, 19, 24, 23, 22, 18, 6, 10, 14, 3, 2), new(0, 1, 13, 12, 9, 26, 20, 16, 17, 21, 25, 7, 8, 11, 4, 5)),
        Bare("ind29", 29, new(0, 13), new(13, 16)),
        Bare("ADT31", 31, new(1, 4), new(5, 23)),
        Bare("HCP32", 32, null, new(1, 24)),
        Bare("HPP32", 32, new(1, 12), new(13, 19)),
        Bare("Kantech", 32, new(7, 8), new(15, 16)),
        Bare("WIE32", 32, new(4, 12), new(16, 16)),
        Bare("Optus34", 34, new(22, 11), new(1, 16)),
        Bare("SMP34", 34, new(1, 13), new(17, 16)),
        Bare("P10004", 37, new(1, 13), new(14, 18)),
        Bare("H10320", 37, null, new(0, 32)),
        Bare("Casi40", 40, null, new(1, 38)),
        Bare("Verkada40", 40, new(1, 10), new(11, 28)),
        Bare("Defcon32", 42, new(1, 16), new(21, 20)),
        Bare("IR56", 56, new(0, 24), new(24, 32)),
    }.ToDictionary(format => format.Name);

    /// <summary>The formats that a reader may send where nothing is said: those that are guarded.</summary>
    public static IReadOnlyList<string> Usual { get; } = [.. All.Values.Where(format => format.IsGuarded).Select(format => format.Name)];

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
        new(name, bits, facility, number, [Even(0, Span(1, half - 1)), Odd(bits - 1, Span(half - overlap, bits - 2))]);

    private static WiegandFormat Bare(string name, int bits, BitField? facility, BitField number) => new(name, bits, facility, number, []);

    private static WiegandFormat With(WiegandFormat format, ParityBit more) => format with { Parities = [.. format.Parities, more] };

    private static ParityBit Even(int at, IEnumerable<int> covers) => new(at, Odd: false, [.. covers]);

    // Odd parity over nothing else is a bit that is always 1.
    private static ParityBit Odd(int at, IEnumerable<int> covers) => new(at, Odd: true, [.. covers]);

    private static IEnumerable<int> Fourth(int first) => Enumerable.Range(0, 8).Select(step => first + (4 * step));

    private static IEnumerable<int> Span(int first, int last) => Enumerable.Range(first, last - first + 1);
}
