namespace EdgeNode.Worker.Tests;

public sealed class GoldenErrorsTests
{
    [Fact]
    public async Task Ten_planted_mistakes_are_told_at_once_each_with_its_cure()
    {
        var source = await File.ReadAllTextAsync(ConfigurationFixture.BesideTest("ten-mistakes.yaml"), TestContext.Current.CancellationToken);
        var golden = ConfigurationFixture.BesideTest("ten-mistakes.golden.txt");

        var errors = ConfigurationFixture.Read(source).Errors;
        var page = ErrorPage.Render("site.yaml", source, errors);

        if (Environment.GetEnvironmentVariable("EDGENODE_RENEW_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), page);
        Assert.Equal(10, errors.Length);
        Assert.All(errors, error => Assert.NotEmpty(error.Cure));
    }
}
