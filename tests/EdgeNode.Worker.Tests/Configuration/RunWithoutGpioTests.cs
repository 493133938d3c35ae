namespace EdgeNode.Worker.Tests;

public sealed class RunWithoutGpioTests
{
    [Fact]
    public async Task Run_with_pins_on_a_machine_without_them_says_what_is_missing_and_ends_with_1()
    {
        Assert.SkipWhen(Directory.EnumerateFiles("/dev", "gpiochip*").Any(), "this machine has GPIO chips");
        var folder = Directory.CreateTempSubdirectory("edgenode-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "site.yaml");
            await File.WriteAllTextAsync(file, $"{ConfigurationFixture.Minimal}store: store\n", TestContext.Current.CancellationToken);

            var (exit, _, error) = await EdgeNodeProcess.RunAsync("run", "--config", file);

            Assert.Equal(1, exit);
            Assert.Contains("this machine has no GPIO chip", error, StringComparison.Ordinal);
            Assert.Contains("gpio: none", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
