using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class UpgradeCommandTests
{
    [Fact]
    public async Task The_installer_of_the_release_that_runs_is_given_the_file_and_its_outcome_is_the_commands()
    {
        using var folder = new TemporaryFolder();
        var stop = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(folder["install.sh"], $"printf '%s ' \"$@\" > {folder["said"]}\nexit 7\n", stop);
        using var error = new StringWriter();

        Assert.Equal(7, await UpgradeCommand.RunAsync(folder["install.sh"], ["--offline", "a file.deb", "--force"], error, stop));

        Assert.Equal("--offline a file.deb --force ", await File.ReadAllTextAsync(folder["said"], stop));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task Outside_a_package_it_says_what_to_do()
    {
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("upgrade", "some.deb");
        Assert.Equal(1, exit);
        Assert.Contains("sudo ./install.sh --offline FILE.deb", error, StringComparison.Ordinal);
    }
}
