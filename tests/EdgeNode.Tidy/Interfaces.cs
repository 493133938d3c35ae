using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeNode.Tidy;

/// <summary>Core is functions over values: what has an interface has a second world behind it.</summary>
internal static class Interfaces
{
    public static IEnumerable<string> Of(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<InterfaceDeclarationSyntax>()
        .Select(type => type.Identifier.Text);
}
