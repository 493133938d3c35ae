using System.CommandLine;
using System.Globalization;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode backup</c>: copies the site's memory, also while the node runs.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var folder = new Argument<string>("folder") { Description = "A folder that is not there yet. The copy holds the site's keys: keep it as safe as the node." };
        var command = new Command("backup", "Copy the site's memory; also while the node runs.") { config, folder };
        command.SetAction(parsed => OnSite.Run(parsed, config, site =>
        {
            var bytes = StoreCopy.Make(site.StoreFolder, parsed.GetRequiredValue(folder));
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{bytes} bytes copied to {parsed.GetValue(folder)}. To go on from it: write that folder under store: in the file."));
            return ExitCode.Ok;
        }));
        return command;
    }
}
