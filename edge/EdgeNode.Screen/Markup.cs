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

    /// <summary>A link.</summary>
    public Markup Link(string address, string words, string? @class = null) =>
        Raw(@class is null ? "<a" : $"<a class=\"{@class}\"").Attribute("href", address).Raw(">").Text(words).Raw("</a>");

    /// <summary>An attribute with a value of any origin.</summary>
    public Markup Attribute(string name, string value) => Raw(" ").Raw(name).Raw("=\"").Text(value).Raw("\"");

    /// <summary>The beginning of a form; ends with <c>&lt;/form&gt;</c>.</summary>
    /// <param name="action">Where it goes.</param>
    /// <param name="token">What proves that it was given out.</param>
    /// <param name="stays">With script the page stays as it is, and the stream shows what came of it.</param>
    public Markup Form(string action, string token, bool stays = false) =>
        Raw(stays ? "<form method=\"post\" data-stays" : "<form method=\"post\"").Attribute("action", action).Raw(">").Hidden("token", token);

    /// <summary>A value that the form brings back.</summary>
    public Markup Hidden(string name, string value) => Raw("<input type=\"hidden\"").Attribute("name", name).Attribute("value", value).Raw(">");

    /// <summary>A labelled field for one line.</summary>
    public Markup Field(string label, string name, string type, string autocomplete, string value = "") =>
        Raw("<label>").Element("span", null, label).Raw("<input required").Attribute("name", name).Attribute("type", type)
            .Attribute("autocomplete", autocomplete).Attribute("value", value).Raw("></label>");

    /// <summary>A labelled choice; the first is chosen unless <paramref name="chosen"/> says another.</summary>
    public Markup Choice(string label, string name, IEnumerable<(string Value, string Words)> choices, string? chosen = null)
    {
        Raw("<label>").Element("span", null, label).Raw("<select").Attribute("name", name).Raw(">");
        foreach (var (value, words) in choices)
        {
            Raw(value == chosen ? "<option selected" : "<option").Attribute("value", value).Raw(">").Text(words).Raw("</option>");
        }

        return Raw("</select></label>");
    }

    /// <summary>The button that sends a form.</summary>
    public Markup Button(string words, string? @class = null) => Element("button", @class, words);

    public override string ToString() => _html.ToString();
}
