using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode check site.yaml</c>: tells every mistake of a file at once and touches nothing.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var file = new Argument<string?>("site.yaml") { Description = "The configuration file.", Arity = ArgumentArity.ZeroOrOne };
        var config = new Option<string?>("--config", "-c") { Description = "The configuration file, as for run.", HelpName = "site.yaml" };
        var command = new Command("check", "Check a configuration file; nothing is changed.") { file, config };
        command.Validators.Add(parsed =>
        {
            if ((parsed.GetValue(file) is null) == (parsed.GetValue(config) is null))
            {
                parsed.AddError("Name one file: edgenode check site.yaml");
            }
        });
        command.SetAction(parsed => Check(parsed.GetValue(file) ?? parsed.GetValue(config)!, parsed.InvocationConfiguration));
        return command;
    }

    private static int Check(string path, InvocationConfiguration console)
    {
        var file = ConfigurationFile.Read(path);
        if (file.Result.Configuration is not { } configuration)
        {
            console.Error.Write(file.RenderErrors());
            return ExitCode.WrongConfiguration;
        }

        console.Output.WriteLine($"{path} is right: {Summary(configuration)}");
        return ExitCode.Ok;
    }

    private static string Summary(SiteConfiguration configuration)
    {
        var site = configuration.Definition;
        var network = configuration.Network is { } net ? $"network at {net.Host}:{net.Port}" : "stand-alone";
        return $"site {site.Id}, {site.Areas.Length} areas, {site.Doors.Length} doors, {site.AccessPoints.Length} readers, "
            + $"{site.Desks.Length} desks ({configuration.DeskSensors.Length} with sensor), {site.Rooms.Length} rooms; {network}.";
    }
}
