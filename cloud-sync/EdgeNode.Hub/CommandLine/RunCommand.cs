using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hub;

/// <summary><c>edgenode-hub run</c>: one worker. As many as wanted may run against the same broker and database.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var broker = new Option<string>("--broker") { Description = "The MQTT 5 broker.", DefaultValueFactory = _ => "127.0.0.1" };
        var port = new Option<int>("--port") { Description = "Its port.", DefaultValueFactory = _ => 8883 };
        var plain = new Option<bool>("--plain") { Description = "Without TLS; for a broker on this machine only." };
        var worker = new Option<int>("--worker") { Description = $"Number of this worker, 1 to {BrokerFiles.Workers}; each has another.", DefaultValueFactory = _ => 1 };
        var listen = new Option<Uri?>("--listen") { Description = "Address of the API and the operator's page, for example http://127.0.0.1:8470; left out = neither.", CustomParser = Address };
        var token = new Option<string?>("--token-file") { Description = "File whose first line is the network's own bearer token for the API." };
        var command = new Command("run", "Run one worker of the hub until stopped.") { HubCommands.Database, HubCommands.Keys, broker, port, plain, worker, listen, token };
        command.SetAction(async (parsed, stop) =>
        {
            var keys = new KeyFolder(parsed.GetRequiredValue(HubCommands.Keys));
            var name = BrokerFiles.Worker(parsed.GetValue(worker));
            var options = new HubOptions(
                parsed.GetRequiredValue(HubCommands.Database), parsed.GetValue(broker)!, parsed.GetValue(port), keys.SigningSeed, keys.IdentifierKey)
            {
                Worker = name,
                Tls = parsed.GetValue(plain) ? null : keys.Tls(name),
                Authority = keys.Authority,
                Listen = parsed.GetValue(listen),
                Token = parsed.GetValue(token) is { } file ? File.ReadLines(file).First() : null,
            };
            using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
            await using var hub = await HubHost.StartAsync(options, TimeProvider.System, logs);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Worker {name} runs{(options.Listen is null ? "" : $", its page is at {options.Listen}")}; sites need this key: {hub.PublicKey}");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        });
        return command;
    }

    private static Uri? Address(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" })
        {
            return address;
        }

        argument.AddError($"--listen is '{text}'; it must be an address like http://127.0.0.1:8470");
        return null;
    }
}
