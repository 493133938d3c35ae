using System.Globalization;
using System.Xml.Linq;

namespace EdgeNode.Screen;

/// <summary>One reading of a drawing: copies what is allowed, and sets apart what stands for something.</summary>
internal sealed class PlanReader
{
    private const int Deepest = 60;

    // Where Inkscape keeps the name that people give an object in its list of layers.
    private static readonly XName Label = XName.Get("label", "http://www.inkscape.org/namespaces/inkscape");
    private readonly List<PlanShape> _shapes = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    public FloorPlan Read(XElement root)
    {
        if (root.Name != SvgRules.Svg + "svg")
        {
            throw new FormatException($"The drawing begins with {root.Name.LocalName}; it must be an SVG file.");
        }

        var frame = Frame(root);
        var background = new Markup().Raw("<svg xmlns=\"http://www.w3.org/2000/svg\"").Attribute("viewBox", Numbers(frame.Left, frame.Top, frame.Width, frame.Height))
            .Attribute("width", Numbers(frame.Width)).Attribute("height", Numbers(frame.Height)).Raw(">");
        foreach (var child in root.Elements())
        {
            Copy(child, SvgMatrix.Identity, background, 1);
        }

        return new(frame, background.Raw("</svg>").ToString(), [.. _shapes], [.. _leftOut.Select(kind => $"{kind.Key} ({kind.Value})")]);
    }

    /// <summary>Numbers as SVG writes them.</summary>
    public static string Numbers(params double[] numbers) => string.Join(' ', numbers.Select(number => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture)));

    /// <summary>What a shape stands for; null when it is but drawn.</summary>
    private static (PlanKind Kind, string Id)? Meaning(XElement element)
    {
        foreach (var name in (string?[])[element.Attribute("id")?.Value, element.Attribute(Label)?.Value])
        {
            foreach (var kind in Enum.GetValues<PlanKind>())
            {
                if (name?.StartsWith($"{kind}-", StringComparison.OrdinalIgnoreCase) == true && name.Length > $"{kind}-".Length)
                {
                    return (kind, name[$"{kind}-".Length..].ToLowerInvariant());
                }
            }
        }

        return null;
    }

    private static PlanBox Frame(XElement root)
    {
        var box = SvgOutline.Numbers(root.Attribute("viewBox")?.Value ?? $"0 0 {root.Attribute("width")?.Value} {root.Attribute("height")?.Value}").ToArray();
        return box is [var left, var top, > 0 and var width, > 0 and var height]
            ? new(left, top, left + width, top + height)
            : throw new FormatException("The drawing does not say how large it is. In Inkscape: File, Document Properties, Resize to content; then save it again.");
    }

    /// <summary>Copies an element, and gives the box around what it draws that stands for nothing else.</summary>
    private PlanBox Copy(XElement element, SvgMatrix outer, Markup to, int depth)
    {
        if (depth > Deepest)
        {
            throw new FormatException($"The drawing has groups within groups, more than {Deepest} deep. Ungroup some of them.");
        }

        if (element.Name.Namespace != SvgRules.Svg || SvgRules.Silent.Contains(element.Name.LocalName))
        {
            return PlanBox.Nothing;
        }

        var name = element.Name.LocalName;
        if (!SvgRules.Elements.Contains(name))
        {
            _leftOut[name] = _leftOut.GetValueOrDefault(name) + 1;
            return PlanBox.Nothing;
        }

        if (Meaning(element) is not var (kind, id))
        {
            return Draw(element, outer, to, depth);
        }

        // Its place before those inside it: they are drawn over it.
        var place = _shapes.Count;
        _shapes.Add(null!);
        var markup = new Markup().Raw("<g").Attribute("transform", $"{outer}").Raw(">");
        var box = Draw(element, outer, markup, depth);
        _shapes[place] = new(kind, id, markup.Raw("</g>").ToString(), box);
        return PlanBox.Nothing;
    }

    private PlanBox Draw(XElement element, SvgMatrix outer, Markup to, int depth)
    {
        var name = element.Name.LocalName;
        var attributes = SvgRules.Attributes(element);
        var matrix = attributes.TryGetValue("transform", out var transform) ? outer * SvgMatrix.Parse(transform) : outer;
        to.Raw("<").Raw(name);
        foreach (var (key, value) in attributes)
        {
            to.Attribute(key, value);
        }

        to.Raw(">");
        var box = SvgOutline.Box(name, attributes, matrix);
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                box = box.With(Copy(child, matrix, to, depth + 1));
            }
            else if (node is XText text && name is "text" or "tspan")
            {
                to.Text(text.Value);
            }
        }

        to.Raw("</").Raw(name).Raw(">");
        return box;
    }
}
