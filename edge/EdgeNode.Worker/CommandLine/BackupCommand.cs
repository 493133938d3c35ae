using System.CommandLine;
using System.Globalization;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode backup</c>: puts the whole site into one encrypted file, also while the node runs.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var to = new Argument<string?>("file") { Description = "The file; usual: one more in the folder of the nightly ones.", Arity = ArgumentArity.ZeroOrOne };
        var code = new Option<bool>("--code") { Description = "Show the code that opens this site's backups, and make none." };
        var plain = new Option<bool>("--plain") { Description = "Copy the site's memory alone and unencrypted into a folder that is not there yet." };
        var command = new Command("backup", "Put the whole site into one encrypted file; also while the node runs.") { config, to, code, plain };
        command.SetAction(parsed => OnSite.Run(parsed, config, site =>
        {
            var backups = new SiteBackups(parsed.GetRequiredValue(config), site);
            parsed.InvocationConfiguration.Output.WriteLine((parsed.GetValue(code), parsed.GetValue(plain), parsed.GetValue(to)) switch
            {
                (true, _, _) => backups.Code.Written(),
                (_, true, { } folder) => Told(StoreCopy.Make(site.StoreFolder, folder), folder, "To go on from it: write that folder under store: in the file. It holds the site's keys, unencrypted."),
                (_, true, null) => throw new FormatException("--plain needs a folder that is not there yet: edgenode backup --plain FOLDER"),
                (_, _, { } file) => Told(backups.Write(file), file, Opened),
                _ when site.Backup is null => throw new FormatException("there is no backup: section in the file, so name a file to write: edgenode backup FILE"),
                _ => backups.Make(TimeProvider.System.GetUtcNow()) is var (path, bytes) ? Told(bytes, path, Opened) : "",
            });
            return ExitCode.Ok;
        }));
        return command;
    }

    private const string Opened = "It opens with the site's recovery code alone (edgenode backup --code): keep that on paper, away from the file.";

    private static string Told(long bytes, string where, string then) => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes in {where}. {then}");
}
