using System.Net;
using System.Text.RegularExpressions;

namespace EdgeNode.Screen.Tests;

/// <summary>A form as it stands on a page, with what it would send untouched.</summary>
internal sealed partial record PageForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Every form of a page that is posted.</summary>
    public static IEnumerable<PageForm> On(string page) => Form().Matches(page)
        .Select(form => new PageForm(WebUtility.HtmlDecode(form.Groups[1].Value), [.. Inputs(form.Groups[2].Value)]));

    /// <summary>Every link of a page that leads to this site.</summary>
    public static IEnumerable<string> LinksOn(string page) => Link().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

    private static IEnumerable<(string Name, string Value)> Inputs(string body) =>
    [
        .. Input().Matches(body).Where(input => !input.Value.Contains("checkbox", StringComparison.Ordinal)).Select(input => (Of(input.Value, "name"), Of(input.Value, "value"))),
        .. Select().Matches(body).Select(select => (select.Groups[1].Value, Of(Chosen().Match(select.Groups[2].Value) is { Success: true } chosen ? chosen.Value : select.Groups[2].Value, "value"))),
        .. Area().Matches(body).Select(area => (area.Groups[1].Value, "")),
    ];

    private static string Of(string tag, string attribute) => WebUtility.HtmlDecode(Regex.Match(tag, $" {attribute}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"[^>]*>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<a[^>]* href=\"(/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<select name=\"([^\"]*)\">(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option selected[^>]*>")]
    private static partial Regex Chosen();

    [GeneratedRegex("<textarea name=\"([^\"]*)\"")]
    private static partial Regex Area();
}
