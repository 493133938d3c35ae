using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeNode.Tidy;

/// <summary>Words and shapes that do not belong in the tree.</summary>
internal static partial class Words
{
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Util", "Utils", "Common", "Base", "Info", "Data", "Impl"];

    // Put together here, so that this file does not hold what it looks for.
    private static readonly string[] MachinePaths = ["/" + "work/", "/" + "root/", "/" + "farm/", "/home/" + "user", "nuget." + "org", "C:" + "\\Users"];

    /// <summary>Types named by a word that says nothing.</summary>
    public static IEnumerable<string> EmptyTypeNames(string text) => Types(text)
        .Where(name => Capitals().Matches(name).Any(part => EmptyNames.Contains(part.Value)))
        .Select(name => $"{name}: say what it is or does.");

    /// <summary>Paths and hosts of one machine.</summary>
    public static IEnumerable<string> PathsOfAMachine(string text) => MachinePaths.Where(path => text.Contains(path, StringComparison.Ordinal));

    /// <summary>Top-level types beyond the first.</summary>
    public static IEnumerable<string> SecondTypes(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
        .Select(type => type.Identifier.Text)
        .Skip(1);

    /// <summary>Sleeps and skipped tests.</summary>
    public static IEnumerable<string> SleepsAndSkips(string text) => SleepOrSkip().Matches(text).Select(match => match.Value);

    /// <summary>Exceptions that vanish.</summary>
    public static IEnumerable<string> SwallowedExceptions(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<CatchClauseSyntax>()
        .Where(clause => clause.Block.Statements.Count == 0 && !clause.Block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        .Select(clause => clause.ToString());

    private static IEnumerable<string> Types(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Select(type => type.Identifier.Text);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay|\bSkip\s*=\s*""|Assert\.True\(true\)")]
    private static partial Regex SleepOrSkip();
}
