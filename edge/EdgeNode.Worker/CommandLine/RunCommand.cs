using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode run --config site.yaml</c>: runs the site until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var command = new Command("run", "Run the site until stopped.") { config };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(config), parsed.InvocationConfiguration.Error, stop));
        return command;
    }

    private static async Task<int> RunAsync(string path, TextWriter error, CancellationToken stop)
    {
        var file = ConfigurationFile.Read(path);
        if (file.Result.Configuration is not { } configuration)
        {
            await error.WriteAsync(file.RenderErrors());
            return ExitCode.WrongConfiguration;
        }

        try
        {
            return await NodeProgram.RunAsync(path, configuration, stop);
        }
        catch (Exception failure) when (Cure.Of(failure, configuration) is not null)
        {
            await error.WriteLineAsync(Cure.Of(failure, configuration));
            return ExitCode.Failed;
        }
    }
}
