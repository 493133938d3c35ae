using System.Text.RegularExpressions;

namespace EdgeNode.Screen;

/// <summary>Points that a path goes through or is bent by (SVG 2, 9.3).</summary>
internal static partial class SvgPath
{
    public static IEnumerable<(double X, double Y)> Points(string data)
    {
        (double X, double Y) at = (0, 0), start = (0, 0);
        foreach (Match part in Command().Matches(data))
        {
            var letter = part.Groups[1].Value[0];
            if (char.ToUpperInvariant(letter) == 'Z')
            {
                at = start;
                continue;
            }

            foreach (var (index, values) in SvgOutline.Numbers(part.Groups[2].Value).Chunk(Length(letter)).Where(values => values.Length == Length(letter)).Index())
            {
                var points = Step(letter, values, at).ToList();
                at = points[^1];

                // Further pairs after a move are lines.
                start = char.ToUpperInvariant(letter) == 'M' && index == 0 ? at : start;
                foreach (var point in points)
                {
                    yield return point;
                }
            }
        }
    }

    private static int Length(char letter) => char.ToUpperInvariant(letter) switch
    {
        'H' or 'V' => 1,
        'C' => 6,
        'S' or 'Q' => 4,
        'A' => 7,
        _ => 2,
    };

    // The last point is where it ends.
    private static IEnumerable<(double X, double Y)> Step(char letter, double[] values, (double X, double Y) at)
    {
        var origin = char.IsLower(letter) ? at : (X: 0, Y: 0);
        switch (char.ToUpperInvariant(letter))
        {
            case 'H':
                return [(origin.X + values[0], at.Y)];
            case 'V':
                return [(at.X, origin.Y + values[0])];
            case 'A':
                // Exact for the half circles of which drawing programs make ellipses.
                (double X, double Y) end = (origin.X + values[5], origin.Y + values[6]);
                (double X, double Y) middle = ((at.X + end.X) / 2, (at.Y + end.Y) / 2);
                return [(middle.X - values[0], middle.Y - values[1]), (middle.X + values[0], middle.Y + values[1]), end];
            default:
                return values.Chunk(2).Select(pair => (origin.X + pair[0], origin.Y + pair[1]));
        }
    }

    [GeneratedRegex("([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")]
    private static partial Regex Command();
}
