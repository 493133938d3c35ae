using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeNode.Tidy;

/// <summary>Words and shapes that do not belong in the tree.</summary>
internal static partial class Words
{
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Base", "Info", "Data", "Impl"];

    // Put together here, so that this file does not hold what it looks for.
    private static readonly string[] MachinePaths = ["/" + "work/", "/" + "root/", "/" + "farm/", "nuget." + "org", "C:" + "\\Users"];

    /// <summary>Types named by a word that says nothing.</summary>
    public static IEnumerable<string> EmptyTypeNames(string text) => Types(text)
        .Where(name => Capitals().Matches(name).Any(part => EmptyNames.Contains(part.Value)))
        .Select(name => $"{name}: say what it is or does.");

    /// <summary>Paths and hosts of one machine.</summary>
    public static IEnumerable<string> PathsOfAMachine(string text) => MachinePaths.Where(path => text.Contains(path, StringComparison.Ordinal));

    /// <summary>Homes of people, and folders that a reboot empties.</summary>
    public static IEnumerable<string> HomesAndTemporaries(string text) => HomeOrTemporary().Matches(text).Select(match => match.Value);

    /// <summary>A type that its file is not named after; X.Log.cs may hold XLog.</summary>
    public static IEnumerable<string> MisnamedTypes(string file, string text) => TopLevelTypes(text)
        .Take(1)
        .Where(name => Path.GetFileName(file).Split('.')[0] is var stem && name != stem && name != $"{stem}Log");

    /// <summary>Top-level types beyond the first.</summary>
    public static IEnumerable<string> SecondTypes(string text) => TopLevelTypes(text).Skip(1);

    /// <summary>Sleeps and skipped tests.</summary>
    public static IEnumerable<string> SleepsAndSkips(string text) => SleepOrSkip().Matches(text).Select(match => match.Value);

    /// <summary>Exceptions that vanish.</summary>
    public static IEnumerable<string> SwallowedExceptions(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<CatchClauseSyntax>()
        .Where(clause => clause.Block.Statements.Count == 0 && !(IsNarrow(clause) && SaysWhy(clause)))
        .Select(clause => clause.ToString());

    // A bare catch or a whole Exception hides what nobody thought of, whatever the comment says.
    private static bool IsNarrow(CatchClauseSyntax clause) =>
        clause.Filter is not null || (clause.Declaration is { } caught && caught.Type.ToString() is not ("Exception" or "System.Exception"));

    private static bool SaysWhy(CatchClauseSyntax clause) =>
        clause.Block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));

    private static IEnumerable<string> TopLevelTypes(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
        .Select(type => type.Identifier.Text);

    private static IEnumerable<string> Types(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Select(type => type.Identifier.Text);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Capitals();

    // Not inside a longer path or address.
    [GeneratedRegex(@"(?<![\w.\-/}*])/(?:home/\w|tmp/)")]
    private static partial Regex HomeOrTemporary();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay|\bSkip\s*=\s*""|Assert\.True\(true\)")]
    private static partial Regex SleepOrSkip();
}
