using System.Text;
using System.Text.Encodings.Web;

namespace EdgeNode.Screen;

/// <summary>Writes HTML. Every text is encoded; only tags written here are markup.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup as it stands in the program.</summary>
    public Markup Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>Text of any origin.</summary>
    public Markup Text(string text)
    {
        _html.Append(HtmlEncoder.Default.Encode(text));
        return this;
    }

    /// <summary>An element around a text.</summary>
    public Markup Element(string tag, string? @class, string text) =>
        Raw("<").Raw(tag).Raw(@class is null ? "" : $" class=\"{@class}\"").Raw(">").Text(text).Raw("</").Raw(tag).Raw(">");

    public override string ToString() => _html.ToString();
}
