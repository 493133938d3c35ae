using System.CommandLine;
using System.Globalization;

namespace EdgeNode.Demo;

/// <summary>The command line of the demo.</summary>
internal static class DemoCommandLine
{
    private const double Slowest = 1;
    private const double Fastest = 3600;

    public static RootCommand Root()
    {
        var speed = new Option<double>("--speed") { Description = "Simulated seconds per second, 1 to 3600.", DefaultValueFactory = _ => 60 };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is < Slowest or > Fastest)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--speed is {result.GetValueOrDefault<double>()}; it must be {Slowest} to {Fastest}."));
            }
        });
        var seed = new Option<int>("--seed") { Description = "Which day is played: the same seed is the same day.", DefaultValueFactory = _ => 1 };
        var broker = new Option<int?>("--broker-port") { Description = "Use the MQTT 5 broker on this port of loopback instead of one in this process." };
        var port = new Option<int?>("--port") { Description = "Port of the manager's page; a free one near 8460 is taken without." };
        var root = new RootCommand("A whole network of shared workplaces on this machine: one site on simulated hardware, a broker and the hub.") { speed, seed, broker, port };
        root.SetAction((parsed, stop) => DemoProgram.RunAsync(
            new(parsed.GetValue(speed), parsed.GetValue(seed), parsed.GetValue(broker), parsed.GetValue(port)),
            parsed.InvocationConfiguration.Output,
            stop));
        return root;
    }
}
