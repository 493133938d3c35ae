using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeNode.Tidy;

/// <summary>Lengths in lines.</summary>
internal static class Sizes
{
    /// <summary>Lines of a text.</summary>
    public static int OfFile(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;

    /// <summary>Every function of a text with its length.</summary>
    public static IEnumerable<(string Name, int Lines)> OfFunctions(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            .Select(node => (Name(node), OfFile(node.ToString())));

    /// <summary>The value below which a share of sorted values lies.</summary>
    public static int Percentile(IEnumerable<int> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
    }

    private static string Name(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
