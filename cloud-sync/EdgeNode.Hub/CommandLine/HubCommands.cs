using System.CommandLine;

namespace EdgeNode.Hub;

/// <summary>The command line of <c>edgenode-hub</c>.</summary>
internal static class HubCommands
{
    /// <summary>Where the hub's memory lies; of every command that needs it.</summary>
    public static readonly Option<string> Database = new("--db")
    {
        Description = "Path of the SQLite file, or connection string of the PostgreSQL database (Host=…;Database=…).",
        Required = true,
    };

    /// <summary>Where the network's keys lie.</summary>
    public static readonly Option<string> Keys = new("--keys") { Description = "Folder that network create has made.", Required = true };

    public static RootCommand Root()
    {
        var root = new RootCommand("The network's side of EdgeNode: members, bookings, policies, usage, settlement.")
        {
            RunCommand.Build(),
            NetworkCommands.Network(),
            NetworkCommands.Site(),
        };
        foreach (var command in SettlementCommands.All())
        {
            root.Add(command);
        }

        return root;
    }

    /// <summary>Does what may fail for reasons that the person at the machine can cure.</summary>
    public static int Cured(ParseResult parsed, Func<int> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (failure is DirectoryException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"edgenode-hub: {failure.Message}");
            return 1;
        }
    }
}
