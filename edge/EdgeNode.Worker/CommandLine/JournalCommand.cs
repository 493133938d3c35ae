using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode journal</c>: proves, hands out and, for one person, erases what the site recorded.</summary>
internal static class JournalCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml", Recursive = true };
        return new("journal", "Prove, export or erase what the site recorded.")
        {
            config,
            Verify(config),
            Export(config),
            Erase(config),
        };
    }

    private static Command Verify(Option<string> config)
    {
        var (from, to) = Range();
        var key = new Option<string?>("--key") { Description = "The site's public key, 64 hex digits; usual: the key in the store.", HelpName = "hex" };
        var command = new Command("verify", "Prove every record, the chain and the site's signatures; also while the node runs.") { from, to, key };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => JournalVerifying.Run(
            site, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(key), parsed.InvocationConfiguration)));
        return command;
    }

    private static Command Export(Option<string> config)
    {
        var (from, to) = Range();
        var format = new Option<ExportFormat>("--format") { Description = "jsonl: the lines that the chain covers, byte by byte; csv: a table.", DefaultValueFactory = _ => ExportFormat.Jsonl };
        var command = new Command("export", "Print the records without persons; also while the node runs.") { from, to, format };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => JournalExport.Run(
            site, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(format), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static Command Erase(Option<string> config)
    {
        var holder = new Argument<string>("holder") { Description = "The network's reference of the person." };
        var command = new Command("erase", "Erase one person from the journal and the names; the node must be stopped. The chain goes on verifying.") { holder };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => PersonErasing.Run(site, new(parsed.GetRequiredValue(holder)), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static (Option<string?> From, Option<string?> To) Range() => (
        new("--from") { Description = "First record or local day.", HelpName = "number|yyyy-MM-dd" },
        new("--to") { Description = "Last record or local day.", HelpName = "number|yyyy-MM-dd" });
}
