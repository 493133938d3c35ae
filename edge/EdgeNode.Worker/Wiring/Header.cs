using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>The 40-pin header of every Raspberry Pi since the B+.</summary>
internal static class Header
{
    // By position, from 1: number of a line, or a supply. Two of the lines (0 and 1) belong to add-on boards.
    private static readonly string[] Positions =
    [
        "3.3 V", "5 V", "2", "5 V", "3", "GND", "4", "14", "GND", "15",
        "17", "18", "27", "GND", "22", "23", "3.3 V", "24", "10", "GND",
        "9", "25", "11", "8", "GND", "7", "0", "1", "5", "GND",
        "6", "12", "13", "GND", "19", "16", "26", "20", "GND", "21",
    ];

    /// <summary>What is at each position, from 1 to 40: a supply in words, or the number of a line.</summary>
    public static ImmutableArray<string> All { get; } = [.. Positions];

    /// <summary>Position of a line; null = it is not on the header.</summary>
    public static int? PositionOf(int line) =>
        Array.IndexOf(Positions, line.ToString(System.Globalization.CultureInfo.InvariantCulture)) is >= 0 and var index ? index + 1 : null;
}
