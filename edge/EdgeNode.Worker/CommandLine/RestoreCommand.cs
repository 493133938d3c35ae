using System.CommandLine;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode restore FILE</c>: makes this machine the site of a backup.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "A backup that edgenode made." };
        var config = new Option<string>("--config", "-c")
        {
            Description = "Where the site's configuration file is, or comes to lie: with the others that it names, it is put there unless it is there already.",
            Required = true,
            HelpName = "site.yaml",
        };
        var code = new Option<string?>("--code-file") { Description = "A file with the recovery code; without it, it is asked for.", HelpName = "file" };
        var command = new Command("restore", "Put a site back from a backup, on this machine or another; the old one must never run again.") { file, config, code };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(config), parsed.GetValue(code), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string file, string config, string? codeFile, InvocationConfiguration console)
    {
        try
        {
            // Everything is done before the first line is told.
            foreach (var line in SiteRestoring.Run(file, config, Code(codeFile, console), TimeProvider.System.GetUtcNow()))
            {
                console.Output.WriteLine(line);
            }

            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is FormatException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"edgenode: {file}: {failure.Message}");
            return ExitCode.Failed;
        }
    }

    private static RecoveryCode Code(string? codeFile, InvocationConfiguration console)
    {
        if (codeFile is null)
        {
            console.Error.Write("Recovery code: ");
        }

        var text = codeFile is null ? Console.In.ReadLine() : File.ReadAllText(codeFile);
        return RecoveryCode.TryParse(text ?? "")
            ?? throw new FormatException("what was given is no recovery code: it has 32 letters and digits in groups of four, and stands on the paper that came of: edgenode backup --code");
    }
}
