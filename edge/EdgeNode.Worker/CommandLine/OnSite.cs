using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary>Runs a command on the site of a configuration file; failures that have a cure are told in words.</summary>
internal static class OnSite
{
    public static int Run(ParseResult parsed, Option<string> config, Func<SiteConfiguration, int> command) =>
        RunAsync(parsed, config, site => Task.FromResult(command(site))).GetAwaiter().GetResult();

    public static async Task<int> RunAsync(ParseResult parsed, Option<string> config, Func<SiteConfiguration, Task<int>> command)
    {
        var console = parsed.InvocationConfiguration;
        var file = ConfigurationFile.Read(parsed.GetRequiredValue(config));
        if (file.Result.Configuration is not { } configuration)
        {
            await console.Error.WriteAsync(file.RenderErrors());
            return ExitCode.WrongConfiguration;
        }

        try
        {
            return await command(configuration);
        }
        catch (Exception failure) when (failure is FormatException || Cure.Of(failure, configuration) is not null)
        {
            await console.Error.WriteLineAsync(failure is FormatException ? $"edgenode: {failure.Message}" : Cure.Of(failure, configuration));
            return ExitCode.Failed;
        }
    }
}
