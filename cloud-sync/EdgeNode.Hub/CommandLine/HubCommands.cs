using System.CommandLine;
using EdgeNode.Contracts;
using EdgeNode.Core;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hub;

/// <summary>The command line of <c>edgenode-hub</c>.</summary>
internal static class HubCommands
{
    private static readonly Option<string> Database = new("--db") { Description = "The hub's database file.", Required = true };

    public static RootCommand Root() => new("The network's side of EdgeNode: members, bookings, policies, usage.") { Run(), Totals() };

    private static Command Run()
    {
        var broker = new Option<string>("--broker") { Description = "The MQTT 5 broker.", DefaultValueFactory = _ => "127.0.0.1" };
        var port = new Option<int>("--port") { Description = "Its port.", DefaultValueFactory = _ => 1883 };
        var keys = new Option<string>("--keys") { Description = "Folder with signing.seed and identifier.key, 64 hex digits each (openssl rand -hex 32).", Required = true };
        var listen = new Option<Uri>("--listen") { Description = "Address of the API.", DefaultValueFactory = _ => new("http://127.0.0.1:8470") };
        var token = new Option<string?>("--token-file") { Description = "File whose first line is the API's bearer token." };
        var command = new Command("run", "Run the hub until stopped.") { Database, broker, port, keys, listen, token };
        command.SetAction(async (parsed, stop) =>
        {
            var folder = parsed.GetRequiredValue(keys);
            var options = new HubOptions(
                parsed.GetRequiredValue(Database), parsed.GetValue(broker)!, parsed.GetValue(port), Key(folder, "signing.seed"), Key(folder, "identifier.key"))
            {
                Listen = parsed.GetValue(listen),
                Token = parsed.GetValue(token) is { } file ? File.ReadLines(file).First() : null,
            };
            using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole());
            await using var hub = await HubHost.StartAsync(options, TimeProvider.System, logs);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"The hub's page is at {options.Listen}; sites need this key: {hub.PublicKey}");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        });
        return command;
    }

    private static Command Totals()
    {
        var month = new Option<string?>("--month") { Description = "Only this month, yyyy-MM." };
        var command = new Command("totals", "Print what members of each home used at each site.") { Database, month };
        command.SetAction(parsed =>
        {
            using var database = HubDatabase.Open(parsed.GetRequiredValue(Database));
            parsed.InvocationConfiguration.Output.Write(UsageTotals.Print(new UsageTotals(database).Read(parsed.GetValue(month))));
        });
        return command;
    }

    private static byte[] Key(string folder, string name) => Convert.FromHexString(File.ReadAllText(Path.Combine(folder, name)).Trim());
}
