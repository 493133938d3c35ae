using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace EdgeNode.Screen.Tests;

public partial class PaletteTests
{
    // WCAG 2.2, 1.4.3: text of normal size.
    private const double Readable = 4.5;
    private static readonly string Css = Encoding.UTF8.GetString(Asset.Find("screen.css")!.Bytes);

    [Theory]
    [InlineData("free", "#b7e4c0")]
    [InlineData("booked", "#ffe08a")]
    [InlineData("occupied", "#9ec9f5")]
    [InlineData("noshow", "#e3c5ff")]
    [InlineData("unknown", "#e6e8eb")]
    public void Every_state_of_a_desk_has_its_colour_and_is_read_on_it(string state, string colour)
    {
        Assert.Matches($@"\.{state} \{{ background: [^}}]*{colour}", Css);
        Assert.Contains(state == "unknown" ? ".place.unknown { fill: url(#hatch) }" : $".place.{state} {{ fill: {colour} }}", Css, StringComparison.Ordinal);
        Assert.True(Contrast("#1b1f24", colour) >= Readable, $"{state}: {Contrast("#1b1f24", colour):0.0}");
    }

    [Fact]
    public void The_darker_line_of_the_hatching_is_read_on_too_and_an_alarm_is_white_on_its_red()
    {
        Assert.True(Contrast("#1b1f24", "#cfd4da") >= Readable);
        Assert.Contains(".door.alarm { background: #a40e26; border-color: #a40e26; color: #ffffff }", Css, StringComparison.Ordinal);
        Assert.True(Contrast("#ffffff", "#a40e26") >= Readable);
    }

    [Fact]
    public void Words_are_read_by_day_and_by_night()
    {
        var palettes = Root().Matches(Css).Select(root => Variable().Matches(root.Value).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value)).ToList();
        Assert.Equal(2, palettes.Count);
        Assert.All(palettes, palette => Assert.All(
            [("ink", "paper"), ("ink", "card"), ("quiet", "paper"), ("quiet", "card"), ("link", "paper"), ("link", "card"), ("card", "link"), ("good", "card"), ("fair", "card"), ("bad", "card"), ("warn-ink", "warn")],
            ((string Ink, string Paper) pair) => Assert.True(Contrast(palette[pair.Ink], palette[pair.Paper]) >= Readable, $"{pair}: {Contrast(palette[pair.Ink], palette[pair.Paper]):0.0}")));
    }

    // WCAG 2.2, definition of contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(part => int.Parse(colour.AsSpan(1 + (2 * part), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{6})")]
    private static partial Regex Variable();
}
