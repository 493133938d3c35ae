using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeNode.Screen;

/// <summary>The box around a shape. Curves are taken by their control points: good enough to write in the middle.</summary>
internal static partial class SvgOutline
{
    /// <summary>The box around what an element draws by itself; around nothing for groups and texts.</summary>
    public static PlanBox Box(string element, Dictionary<string, string> attributes, SvgMatrix matrix)
    {
        double Of(string name) => Numbers(attributes.GetValueOrDefault(name, "")).FirstOrDefault();
        IEnumerable<(double X, double Y)> points = element switch
        {
            "rect" => Corners(Of("x"), Of("y"), Of("x") + Of("width"), Of("y") + Of("height")),
            "circle" => Corners(Of("cx") - Of("r"), Of("cy") - Of("r"), Of("cx") + Of("r"), Of("cy") + Of("r")),
            "ellipse" => Corners(Of("cx") - Of("rx"), Of("cy") - Of("ry"), Of("cx") + Of("rx"), Of("cy") + Of("ry")),
            "line" => [(Of("x1"), Of("y1")), (Of("x2"), Of("y2"))],
            "polyline" or "polygon" => Pairs(attributes.GetValueOrDefault("points", "")),
            "path" => SvgPath.Points(attributes.GetValueOrDefault("d", "")),
            _ => [],
        };
        return points.Select(point => matrix.Apply(point.X, point.Y)).Aggregate(PlanBox.Nothing, (box, point) => box.With(point.X, point.Y));
    }

    /// <summary>Every number in a text; units are passed over.</summary>
    public static IEnumerable<double> Numbers(string text) => Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));

    private static (double X, double Y)[] Corners(double left, double top, double right, double bottom) => [(left, top), (right, top), (right, bottom), (left, bottom)];

    private static IEnumerable<(double X, double Y)> Pairs(string text) => Numbers(text).Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

    [GeneratedRegex(@"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")]
    private static partial Regex Number();
}
