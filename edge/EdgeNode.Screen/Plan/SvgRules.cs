using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EdgeNode.Screen;

/// <summary>What of SVG is allowed in a plan. Whatever is not named here does not come through: no value can hold an address, a script or a style sheet.</summary>
internal static partial class SvgRules
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Elements that are copied.</summary>
    public static readonly FrozenSet<string> Elements =
        new[] { "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that draw nothing by themselves: nobody misses them.</summary>
    public static readonly FrozenSet<string> Silent = new[] { "defs", "metadata", "title", "desc" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Regex> Values = new (string Names, Regex Value)[]
    {
        ("x y width height rx ry cx cy r x1 y1 x2 y2 dx dy points stroke-width stroke-dasharray stroke-miterlimit opacity fill-opacity stroke-opacity font-size", Number()),
        ("d", PathCommands()),
        ("transform", Transform()),
        ("fill stroke", Colour()),
        ("display visibility fill-rule stroke-linecap stroke-linejoin text-anchor font-style font-weight", Word()),
    }.SelectMany(rule => rule.Names.Split(' ').Select(name => KeyValuePair.Create(name, rule.Value))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The attributes of an element that are allowed; those of its style too, since the page's policy runs no inline style.</summary>
    public static Dictionary<string, string> Attributes(XElement element)
    {
        var written = element.Attributes().Where(attribute => attribute.Name.Namespace == XNamespace.None).Select(attribute => (Name: attribute.Name.LocalName, attribute.Value));
        var style = (element.Attribute("style")?.Value ?? "").Split(';').Select(part => part.Split(':', 2)).Where(part => part.Length == 2).Select(part => (Name: part[0].Trim(), Value: part[1].Trim()));
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in written.Concat(style).Where(pair => Values.TryGetValue(pair.Name, out var allowed) && allowed.IsMatch(pair.Value)))
        {
            taken[name] = value;
        }

        return taken;
    }

    [GeneratedRegex(@"\A[-+0-9.eE,\s]*(px|pt|pc|mm|cm|in|%)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[MmLlHhVvCcSsQqTtAaZz0-9eE.,+\-\s]*\z")]
    private static partial Regex PathCommands();

    [GeneratedRegex(@"\A((matrix|translate|scale|rotate|skewX|skewY)\s*\([-+0-9.eE,\s]*\)[,\s]*)*\z")]
    private static partial Regex Transform();

    [GeneratedRegex(@"\A(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|rgb\([0-9.,%\s]*\))\z")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\A[a-z0-9-]+\z")]
    private static partial Regex Word();
}
