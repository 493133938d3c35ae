using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class InitCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Target => _folder["site.yaml"];

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Whatever_is_answered_the_file_is_right_and_takes_no_line_of_a_bus()
    {
        string[][] doors = [["street"], ["street", "meeting"], ["street", "meeting", "host"]];
        foreach (var (ids, wiring, reader) in from ids in doors from wiring in Enum.GetValues<StrikeWiring>() from reader in Enum.GetValues<FirstReader>() select (ids, wiring, reader))
        {
            var text = SiteTemplate.Of(new("namur-gare", "Namur \"Gare\": 1er étage", "Europe/Brussels", [.. ids], wiring, reader));
            var read = ConfigurationFixture.Read(text);
            Assert.True(read.Configuration is not null, $"{reader} {wiring} {ids.Length}\n{ErrorPage.Render("site.yaml", text, read.Errors)}");
            Assert.Equal("Namur \"Gare\": 1er étage", read.Configuration.Definition.Name);
            Assert.Equal(ids.Length, read.Configuration.Strikes.Length);
            Assert.All(read.Configuration.Strikes, strike => Assert.Equal(wiring, strike.Wiring));
            Assert.DoesNotContain(PinPlan.Of(read.Configuration), use => use.Bus is null && use.Line is 2 or 3 or >= 7 and <= 11 or 14 or 15);
        }
    }

    [Fact]
    public void A_wrong_answer_is_told_with_its_cure_and_asked_again_and_an_empty_one_takes_the_usual()
    {
        Assert.Equal(0, Run("Namur Gare!\nnamur-gare\n\nEurope/Nowhere\n\nstreet,meeting\nmaybe\nfailSafe\nosdp\n"));

        var site = ConfigurationFixture.Read(File.ReadAllText(Target)).Configuration!;
        Assert.Equal(("namur-gare", "namur-gare", "Europe/Brussels"), (site.Definition.Id.Value, site.Definition.Name, site.Definition.TimeZone.Id));
        Assert.Equal(2, site.Definition.Doors.Length);
        Assert.Equal(3, _error.ToString().Split("edgenode: ").Length - 1);
        Assert.Contains("Europe/Nowhere", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void A_site_that_is_there_is_left_as_it_is()
    {
        File.WriteAllText(Target, "mine");
        Assert.Equal(1, Run("namur-gare\n\n\n\n\n\n"));
        Assert.Equal("mine", File.ReadAllText(Target));
        Assert.Contains("is left as it is", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_end_too_early_write_nothing()
    {
        Assert.Equal(2, Run("namur-gare\n"));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task What_is_said_on_the_command_line_is_not_asked()
    {
        var (exit, output, error) = await EdgeNodeProcess.RunAsync(
            "init", "--config", Target, "--id", "mini", "--name", "Mini", "--timezone", "Europe/Paris", "--doors", "street", "--lock", "failSafe", "--reader", "usb");
        Assert.Equal((0, ""), (exit, error));
        Assert.DoesNotContain("1/6", output, StringComparison.Ordinal);
        Assert.Equal("mini", ConfigurationFixture.Read(await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken)).Configuration!.Definition.Id.Value);
    }

    [Fact]
    public async Task A_wrong_answer_on_the_command_line_writes_nothing()
    {
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("init", "--config", Target, "--id", "Mini!");
        Assert.Equal(2, exit);
        Assert.Contains("--id", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    private int Run(string answers)
    {
        using var input = new StringReader(answers);
        return InitCommand.Run(Target, _ => null, input, _output, _error);
    }
}
