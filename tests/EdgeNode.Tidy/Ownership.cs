using System.Xml.Linq;

namespace EdgeNode.Tidy;

/// <summary>What test projects may not share: a browser, a compiler, and the second opinion's independence.</summary>
internal static class Ownership
{
    private static readonly Dictionary<string, string> Owners = new()
    {
        ["Microsoft.Playwright"] = "EdgeNode.Screen.Tests",
        ["Microsoft.CodeAnalysis.CSharp"] = "EdgeNode.Tidy",
    };

    public static IEnumerable<string> Breaches(string project, string xml)
    {
        var document = XDocument.Parse(xml);
        var borrowed = Included(document, "PackageReference").Where(package => Owners.TryGetValue(package, out var owner) && owner != project)
            .Select(package => $"{project} uses {package}; only {Owners[package]} may.");
        // A second count of usage is worth nothing if it shares a line with the first.
        var shared = project == "EdgeNode.Recount" ? Included(document, "ProjectReference") : [];
        return borrowed.Concat(shared.Select(path => $"{project} references {path}; it sees no line of the product."));
    }

    private static IEnumerable<string> Included(XDocument document, string element) =>
        document.Descendants(element).Select(item => item.Attribute("Include")?.Value ?? "");
}
