using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace EdgeNode.Screen;

/// <summary>
/// A drawing of the site, made anew from an SVG file out of the few elements, attributes and values that are allowed: no script, no
/// style sheet, no reference, no name of its own.
/// </summary>
/// <param name="Frame">What of its plane is seen: SVG's viewBox.</param>
/// <param name="Background">Everything that stands for nothing, as an SVG file.</param>
/// <param name="Shapes">What stands for a desk, a room or a door, in the order in which it is drawn.</param>
/// <param name="LeftOut">Kinds of elements that were not taken, each with how many.</param>
public sealed record FloorPlan(PlanBox Frame, string Background, ImmutableArray<PlanShape> Shapes, ImmutableArray<string> LeftOut)
{
    /// <summary>Longest file, characters: a plan of a big house has a tenth of it.</summary>
    public const int Longest = 2_000_000;

    /// <summary>Says whether the background is another: changes with it.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Background)).AsSpan(0, 8));

    /// <summary>Reads an SVG file.</summary>
    /// <exception cref="FormatException">It is none that can be drawn; says what to do.</exception>
    public static FloorPlan Read(string svg)
    {
        if (svg.Length > Longest)
        {
            throw new FormatException($"The drawing has {svg.Length} characters; at most {Longest} are taken. Take embedded pictures out of it, or simplify its paths.");
        }

        // No DTD is followed, and nothing outside the file is ever read.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = Longest };
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), settings);
            return new PlanReader().Read(XElement.Load(reader));
        }
        catch (XmlException broken)
        {
            throw new FormatException($"The drawing is no XML: {broken.Message} Save it once more as Plain SVG or Inkscape SVG.", broken);
        }
    }
}
