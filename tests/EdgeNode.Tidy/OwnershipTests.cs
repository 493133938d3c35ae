using Xunit;

namespace EdgeNode.Tidy;

public class OwnershipTests
{
    [Fact]
    public void Only_one_test_project_has_the_browser_and_the_recount_stands_alone() =>
        Assert.Empty(Repository.Projects.SelectMany(file => Ownership.Breaches(Path.GetFileNameWithoutExtension(file), Repository.Read(file))));

    [Fact]
    public void A_borrowed_browser_is_seen() => Assert.Single(
        Ownership.Breaches("EdgeNode.Hub.Tests", """<Project><ItemGroup><PackageReference Include="Microsoft.Playwright" /></ItemGroup></Project>"""));

    [Fact]
    public void A_recount_that_leans_on_the_product_is_seen() => Assert.Single(
        Ownership.Breaches("EdgeNode.Recount", """<Project><ItemGroup><ProjectReference Include="../Core.csproj" /></ItemGroup></Project>"""));

    [Fact]
    public void Every_room_bans_and_every_ban_has_its_cure() =>
        Assert.Empty(Repository.Projects
            .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => $"{Path.GetDirectoryName(file)}/BannedSymbols.txt")
            .SelectMany(list => Repository.Files.Contains(list) ? BansWithoutCure(Repository.Read(list)) : [$"{list} is missing."]));

    [Fact]
    public void A_ban_without_cure_is_seen() => Assert.Single(BansWithoutCure("T:System.Random\nT:System.Console; Core prints nothing.\n"));

    private static IEnumerable<string> BansWithoutCure(string list) =>
        list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Split(';', 2) is not [_, { Length: > 10 }]);
}
