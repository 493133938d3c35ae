using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Hardware;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker;

/// <summary><c>edgenode osdp controller</c>: speaks to one reader and tells what it says, until stopped.</summary>
internal static class OsdpControllerCommand
{
    public static Command Build()
    {
        var options = new OsdpOptions();
        var pair = new Option<string?>("--pair") { Description = "Give a new reader the key; within 5 minutes, in the name of this person.", HelpName = "NAME" };
        var clear = new Option<bool>("--clear") { Description = "Do without a secure channel: only for a reader that has none." };
        var command = options.On(new("controller", "Speak to an OSDP reader and tell what it says.") { pair, clear });
        command.Validators.Add(parsed =>
        {
            if ((parsed.GetValue(options.Key) is null) != parsed.GetValue(clear))
            {
                parsed.AddError("Give --key (openssl rand -hex 16 makes one), or --clear for a reader without secure channel.");
            }
        });
        command.SetAction((parsed, stop) => RunAsync(parsed, options, parsed.GetValue(pair), stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, OsdpOptions options, string? pairedBy, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var (trace, file) = options.TraceOf(parsed);
        await using var closed = file;
        var start = TimeProvider.System.GetTimestamp();
        TimeSpan Uptime() => TimeProvider.System.GetElapsedTime(start);
        var key = options.KeyOf(parsed);
        var address = parsed.GetValue(options.Address);
        var settings = new OsdpLinkSettings(address, RequireSecure: key is not null, OsdpLinkSettings.UsualPollInterval);
        var ring = key is null || pairedBy is not null ? OsdpKeyRing.Empty : OsdpKeyRing.Settle(key);
        var tell = new OsdpTelling(console.Output, Uptime);
        try
        {
            using var bus = new OsdpBus(
                parsed.GetRequiredValue(options.Port),
                parsed.GetValue(options.Baud),
                [(settings, ring, tell.Tell)],
                bytes => RandomNumberGenerator.Fill(bytes),
                Uptime,
                trace,
                NullLogger.Instance);
            if (pairedBy is not null && key is not null)
            {
                bus.Pair(address, new(pairedBy, Uptime() + OsdpPairing.Longest, key));
            }

            await Stopped(stop);
            return ExitCode.Ok;
        }
        catch (HardwareMissingException missing)
        {
            await console.Error.WriteLineAsync($"edgenode: {missing.Message}");
            return ExitCode.Failed;
        }
    }

    /// <summary>Waits until the program is told to stop.</summary>
    public static Task Stopped(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stop.Register(stopped.SetResult);
        return stopped.Task;
    }
}
