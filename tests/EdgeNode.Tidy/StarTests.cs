using Xunit;

namespace EdgeNode.Tidy;

public class StarTests
{
    [Fact]
    public void Every_room_sees_only_what_the_star_allows()
    {
        var breaches = Repository.Projects
            .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => Star.Breaches(Path.GetFileNameWithoutExtension(file), Repository.Read(file)));
        Assert.Empty(breaches);
    }

    [Fact]
    public void The_star_is_seen_to_fail()
    {
        const string sideways = """
            <Project><ItemGroup><ProjectReference Include="../EdgeNode.Screen/EdgeNode.Screen.csproj" /><PackageReference Include="MQTTnet" /></ItemGroup></Project>
            """;
        Assert.Equal(2, Star.Breaches("EdgeNode.Store", sideways).Count());
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = Repository.Read("EdgeNode.sln").Replace('\\', '/');
        Assert.All(Repository.Projects, file => Assert.Contains(file, solution, StringComparison.Ordinal));
    }
}
