using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeNode.Screen;

/// <summary>A transform of SVG 2, 8.5: x' = a x + c y + e, y' = b x + d y + f.</summary>
internal readonly partial record struct SvgMatrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly SvgMatrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>The inner one first, then the outer.</summary>
    public static SvgMatrix operator *(SvgMatrix outer, SvgMatrix inner) => new(
        (outer.A * inner.A) + (outer.C * inner.B),
        (outer.B * inner.A) + (outer.D * inner.B),
        (outer.A * inner.C) + (outer.C * inner.D),
        (outer.B * inner.C) + (outer.D * inner.D),
        (outer.A * inner.E) + (outer.C * inner.F) + outer.E,
        (outer.B * inner.E) + (outer.D * inner.F) + outer.F);

    /// <summary>The list of functions in a transform attribute; one that is not understood moves nothing.</summary>
    public static SvgMatrix Parse(string transform) => Function().Matches(transform)
        .Aggregate(Identity, (matrix, function) => matrix * Of(function.Groups[1].Value, [.. SvgOutline.Numbers(function.Groups[2].Value)]));

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"matrix({A} {B} {C} {D} {E} {F})");

    private static SvgMatrix Of(string function, double[] values) => (function, values) switch
    {
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new(a, b, c, d, e, f),
        ("translate", [var x]) => new(1, 0, 0, 1, x, 0),
        ("translate", [var x, var y]) => new(1, 0, 0, 1, x, y),
        ("scale", [var both]) => new(both, 0, 0, both, 0, 0),
        ("scale", [var x, var y]) => new(x, 0, 0, y, 0, 0),
        ("rotate", [var angle]) => Turn(angle),
        ("rotate", [var angle, var x, var y]) => new SvgMatrix(1, 0, 0, 1, x, y) * Turn(angle) * new SvgMatrix(1, 0, 0, 1, -x, -y),
        ("skewX", [var angle]) => new(1, 0, Math.Tan(double.DegreesToRadians(angle)), 1, 0, 0),
        ("skewY", [var angle]) => new(1, Math.Tan(double.DegreesToRadians(angle)), 0, 1, 0, 0),
        _ => Identity,
    };

    private static SvgMatrix Turn(double angle)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(angle));
        return new(cos, sin, -sin, cos, 0, 0);
    }

    [GeneratedRegex(@"([a-zA-Z]+)\s*\(([^)]*)\)")]
    private static partial Regex Function();
}
