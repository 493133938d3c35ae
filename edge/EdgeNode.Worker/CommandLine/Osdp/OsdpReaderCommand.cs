using System.CommandLine;
using System.Security.Cryptography;
using EdgeNode.Hardware;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker;

/// <summary><c>edgenode osdp reader</c>: plays a reader on a port; what happens at it is typed, a line each.</summary>
internal static class OsdpReaderCommand
{
    private const string Help = "card BITS | keys 1234# | tamper on|off | supply on|off | cycle";

    public static Command Build()
    {
        var options = new OsdpOptions();
        var command = options.On(new("reader", $"Play an OSDP reader; type what happens: {Help}. Without --key it is a new one, to be paired."));
        command.SetAction((parsed, stop) => RunAsync(parsed, options, Console.In, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, OsdpOptions options, TextReader typed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var (trace, file) = options.TraceOf(parsed);
        await using var closed = file;
        var start = TimeProvider.System.GetTimestamp();
        using var device = new OsdpDevice(parsed.GetValue(options.Address), options.KeyOf(parsed), bytes => RandomNumberGenerator.Fill(bytes));
        device.Done += (command, content) => console.Output.WriteLine($"{command} {Convert.ToHexString(content)}");
        device.KeyChanged += _ => console.Output.WriteLine("a key of its own was given");
        try
        {
            using var port = new OsdpDevicePort(
                parsed.GetRequiredValue(options.Port),
                parsed.GetValue(options.Baud),
                device,
                () => TimeProvider.System.GetElapsedTime(start),
                trace,
                NullLogger.Instance);
            // A console that waits for a line cannot be interrupted; it ends with the program.
            _ = Task.Run(() => Obey(port, typed, console.Error), CancellationToken.None);
            await OsdpControllerCommand.Stopped(stop);
            return ExitCode.Ok;
        }
        catch (HardwareMissingException missing)
        {
            await console.Error.WriteLineAsync($"edgenode: {missing.Message}");
            return ExitCode.Failed;
        }
    }

    private static void Obey(OsdpDevicePort port, TextReader typed, TextWriter error)
    {
        while (typed.ReadLine() is { } line)
        {
            if (Order(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } order)
            {
                port.Do(order);
            }
            else
            {
                error.WriteLine($"That is none of: {Help}");
            }
        }
    }

    private static Action<OsdpDevice>? Order(string[] words) => words switch
    {
        ["card", var bits] when bits.Length is > 0 and <= 128 && bits.All(bit => bit is '0' or '1') => device => device.Tap(bits),
        ["keys", var keys] when keys.All("0123456789*#".Contains) => device => device.Press(keys),
        ["tamper", "on" or "off"] => device => device.SetLocal(words[1] == "on", powerFault: false),
        ["supply", "on" or "off"] => device => device.SetLocal(tampered: false, words[1] == "off"),
        ["cycle"] => device => device.PowerCycle(),
        _ => null,
    };
}
