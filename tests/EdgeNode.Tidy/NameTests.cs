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

    private static IEnumerable<string> Missing(string text) => Paths().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)));

    [GeneratedRegex(@"`((?:edge|cloud-sync|hardware|tests|docs)/[^`\s]*|[A-Z]+\.md)")]
    private static partial Regex Paths();
}
