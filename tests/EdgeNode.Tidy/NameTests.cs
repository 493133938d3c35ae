using System.Text.RegularExpressions;
using Xunit;

namespace EdgeNode.Tidy;

public partial class NameTests
{
    [Fact]
    public void Paths_named_in_the_texts_exist() =>
        Assert.Empty(Repository.Files
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Missing(Repository.Read(file)).Select(name => $"{file}: {name}")));

    [Fact]
    public void A_missing_path_is_seen() => Assert.Equal(["edge/EdgeNode.Gone"], Missing("see `edge/EdgeNode.Gone` and `edge/EdgeNode.Core`"));

    [Fact]
    public void Links_lead_somewhere() =>
        Assert.Empty(Repository.Files
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Links(Repository.Read(file))
                .Where(target => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, target)))
                .Select(target => $"{file}: {target}")));

    [Fact]
    public void A_link_is_seen_and_an_address_is_not() => Assert.Equal(["gone.png"], Links("![a](gone.png) [b](https://example.org/c) [d](#e)"));

    [Fact]
    public void Types_named_in_the_texts_exist()
    {
        // Dated pages keep the names of their day.
        var pages = Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && file is not ("DECISIONS.md" or "CHANGELOG.md"));
        var code = Repository.Files.Where(IsCode).SelectMany(file => Word().Matches(Repository.Read(file)));
        var words = code.Select(match => match.Value).ToHashSet();
        Assert.Empty(pages.SelectMany(file => GoneTypes(Repository.Read(file), words).Select(name => $"{file}: {name}")));
    }

    [Fact]
    public void A_gone_type_is_seen() => Assert.Equal(["GoneMachine"], GoneTypes("`GoneMachine` and `DoorMachine`", ["DoorMachine"]));

    // Not these guards: their bad examples name types that nobody has.
    private static bool IsCode(string file) => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/EdgeNode.Tidy/", StringComparison.Ordinal);

    private static IEnumerable<string> GoneTypes(string text, HashSet<string> words) =>
        TypeName().Matches(text).Select(match => match.Groups[1].Value).Where(name => !words.Contains(name));

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Missing(string text) => Paths().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)));

    [GeneratedRegex(@"`((?:edge|cloud-sync|hardware|tests|docs)/[^`\s]*|[A-Z]+\.md)")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\]\(([^)#:\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)`")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();
}
