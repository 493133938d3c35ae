using System.CommandLine;
using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode evacuation-over</c>: a named person ends the evacuation that a fire alarm began.</summary>
internal static class EvacuationOver
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var by = new Option<string>("--by") { Description = "The network's reference of the person who says so.", Required = true, HelpName = "reference" };
        var command = new Command("evacuation-over", "End an evacuation, once everybody is counted; the node must be stopped. It begins again while the fire input is active.") { by, config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => Run(site, new(parsed.GetRequiredValue(by)), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(SiteConfiguration site, HolderRef by, TextWriter output)
    {
        var since = (DateTimeOffset?)null;
        JournalProof.Read(NodeStore.JournalFolder(site), 1, long.MaxValue, (_, entry) => since = entry.Fact switch
        {
            JournalFact.EvacuationStarted => entry.At.Wall,
            JournalFact.EvacuationEnded => null,
            _ => since,
        });
        if (since is not { } begun)
        {
            throw new FormatException("There is no evacuation to end.");
        }

        var options = new JournalOptions { FillSalt = RandomNumberGenerator.Fill, NewEpoch = () => throw new FormatException("There is no journal at this site.") };
        using var journal = Journal.Open(NodeStore.JournalFolder(site), options);
        journal.Append(new JournalFact.EvacuationEnded { Who = new(by, null) }, new(TimeSpan.Zero, TimeProvider.System.GetUtcNow(), ClockTrust.Untrusted));
        journal.Flush();
        output.WriteLine($"The evacuation of {site.Definition.TimeZone.Local(begun):yyyy-MM-dd HH:mm} is over, as {by.Value} says. Start the node again.");
        return ExitCode.Ok;
    }
}
