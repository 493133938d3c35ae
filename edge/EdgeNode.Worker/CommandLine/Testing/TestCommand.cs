using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker;

/// <summary><c>edgenode test reader|contact|desk|strike</c>: tries one device with its own driver, for somebody at the wall, while the node is stopped.</summary>
internal static class TestCommand
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    public static Command Build() => new("test", "Try one device from the wall and see what the node would see; the node must be stopped.")
    {
        Sub("reader", "Hold cards to a reader, or press its keys.", (test, id, length, stop) => test.ReaderAsync(id, length, stop)),
        Sub("contact", "Move a door, press its exit button, open its housings.", (test, id, length, stop) => test.ContactAsync(id, length, stop)),
        Sub("desk", "Sit down at a desk and get up again.", (test, id, length, stop) => test.DeskAsync(id, length, stop)),
        Sub("strike", "Release a door once, for as long as its release: says; asks first.", (test, id, _, stop) => test.StrikeAsync(id, stop)),
    };

    private static Command Sub(string name, string says, Func<DeviceTest, string, TimeSpan, CancellationToken, Task<int>> run)
    {
        var id = new Argument<string>("id") { Description = "Its id in the file: of the reader, of the door, of the desk." };
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var seconds = new Option<int>("--seconds") { Description = $"How long to look; usual: {Usual.TotalSeconds:0}. A strike is released as the file says.", DefaultValueFactory = _ => (int)Usual.TotalSeconds, HelpName = "N" };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3_600)
            {
                result.AddError("--seconds must be from 1 to 3600; write for example --seconds 30");
            }
        });
        var command = new Command(name, says) { id, config, seconds };
        command.SetAction((parsed, stop) => OnSite.RunAsync(parsed, config, async site =>
        {
            using var stopped = StoppedNode.Demand(site);
            var test = new DeviceTest(site, NodeProgram.Parts(NullLoggerFactory.Instance), Console.In, parsed.InvocationConfiguration.Output);
            return await run(test, parsed.GetRequiredValue(id), TimeSpan.FromSeconds(parsed.GetValue(seconds)), stop);
        }));
        return command;
    }
}
