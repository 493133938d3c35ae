namespace EdgeNode.Worker.Tests;

public sealed class GoldenErrorsTests
{
    [Fact]
    public async Task Ten_planted_mistakes_are_told_at_once_each_with_its_cure()
    {
        const string Golden = "ten-mistakes.golden.txt";
        var stop = TestContext.Current.CancellationToken;
        var source = await File.ReadAllTextAsync(ConfigurationFixture.TestFile("ten-mistakes.yaml"), stop);

        var errors = ConfigurationFixture.Read(source).Errors;
        var page = ErrorPage.Render("site.yaml", source, errors);

        if (Environment.GetEnvironmentVariable("EDGENODE_GOLDEN") == "renew")
        {
            await File.WriteAllTextAsync(ConfigurationFixture.KeptFile(Golden), page, stop);
        }
        else
        {
            Assert.Equal(await File.ReadAllTextAsync(ConfigurationFixture.TestFile(Golden), stop), page);
        }

        Assert.Equal(10, errors.Length);
        Assert.All(errors, error => Assert.NotEmpty(error.Cure));
    }
}
