namespace EdgeNode.Worker.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Check_of_a_right_file_says_so_and_ends_with_0()
    {
        var (exit, output, error) = await EdgeNodeProcess.RunAsync("check", ConfigurationFixture.BesideProgram("site.sample.yaml"));

        Assert.Equal(0, exit);
        Assert.Contains("is right: site namur-gare, 3 areas, 3 doors, 6 readers", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--config")]
    [InlineData("run", "--config")]
    public async Task A_file_with_ten_mistakes_ends_with_2_and_tells_all_of_them(params string[] command)
    {
        var file = ConfigurationFixture.TestFile("ten-mistakes.yaml");

        var (exit, output, error) = await EdgeNodeProcess.RunAsync([.. command, file]);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.EndsWith("; nothing was changed.\n", error, StringComparison.Ordinal);
        Assert.Contains("10 errors in ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_a_missing_file_ends_with_2_and_a_cure()
    {
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("check", ConfigurationFixture.BesideProgram("no-such.yaml"));

        Assert.Equal(2, exit);
        Assert.Contains("there is no such file", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_without_a_file_says_what_to_write()
    {
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("check");

        Assert.NotEqual(0, exit);
        Assert.Contains("Name one file: edgenode check site.yaml", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_prints_the_version_and_nothing_else()
    {
        var (exit, output, error) = await EdgeNodeProcess.RunAsync("--version");

        Assert.Equal(0, exit);
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]+)?\n$", output);
        Assert.Empty(error);
    }
}
