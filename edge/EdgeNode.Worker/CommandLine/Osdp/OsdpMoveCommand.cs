using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using EdgeNode.Hardware;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker;

/// <summary><c>edgenode osdp move</c>: gives a reader another address and rate, where its maker's tool is not at hand; while the node does not run.</summary>
internal static class OsdpMoveCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static Command Build()
    {
        var options = new OsdpOptions();
        var address = new Option<byte>("--to-address") { Description = "Its address from then on, 0 to 126.", Required = true };
        var baud = new Option<int?>("--to-baud") { Description = "Its bits per second from then on; usual: as they are." };
        address.Validators.Add(found => Check(found, found.GetValueOrDefault<byte>() <= OsdpLinkSettings.HighestAddress, "--to-address must be from 0 to 126."));
        baud.Validators.Add(found => Check(
            found, found.GetValueOrDefault<int?>() is not { } rate || OsdpLinkSettings.Rates.Contains(rate), $"--to-baud must be one of {string.Join(", ", OsdpLinkSettings.Rates)}."));
        var command = options.On(new("move", "Give an OSDP reader another address and rate. With its --key; without one only a reader that has no secure channel.") { address, baud });
        command.SetAction((parsed, stop) => RunAsync(parsed, options, parsed.GetValue(address), parsed.GetValue(baud) ?? parsed.GetValue(options.Baud), stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, OsdpOptions options, byte to, int baud, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var (trace, file) = options.TraceOf(parsed);
        await using var closed = file;
        var start = TimeProvider.System.GetTimestamp();
        TimeSpan Uptime() => TimeProvider.System.GetElapsedTime(start);
        var ring = options.KeyOf(parsed) is { } key ? OsdpKeyRing.Settle(key) : OsdpKeyRing.Empty;
        var settings = new OsdpLinkSettings(parsed.GetValue(options.Address), RequireSecure: ring.Current is not null, OsdpLinkSettings.UsualPollInterval);
        var telling = new OsdpTelling(console.Output, Uptime);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var moved = new TaskCompletionSource<OsdpEvent.Moved?>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Told(OsdpEvent told)
        {
            telling.Tell(told);
            switch (told)
            {
                case OsdpEvent.Up:
                    up.TrySetResult();
                    break;
                case OsdpEvent.Moved gone:
                    moved.TrySetResult(gone);
                    break;
                case OsdpEvent.Unsupported { Command: OsdpCommand.SetCommunication }:
                    moved.TrySetResult(null);
                    break;
            }
        }

        using var late = new CancellationTokenSource(Longest, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        await using var ending = either.Token.Register(() => moved.TrySetResult(null));
        try
        {
            using var bus = new OsdpBus(
                parsed.GetRequiredValue(options.Port), parsed.GetValue(options.Baud), [(settings, ring, Told)], bytes => RandomNumberGenerator.Fill(bytes), Uptime, trace, NullLogger.Instance);
            if (await Task.WhenAny(up.Task, moved.Task) == up.Task)
            {
                bus.Move(settings.Address, to, baud, Longest);
            }

            var where = await moved.Task;
            await console.Output.WriteLineAsync(where is null
                ? "The reader did not say that it goes. Look with edgenode osdp controller at both addresses; some readers take theirs by switches only."
                : $"The reader answers at address {where.Address}, {where.Baud} bits per second. Write these into the site's file.");
            return where is null ? ExitCode.Failed : ExitCode.Ok;
        }
        catch (HardwareMissingException missing)
        {
            await console.Error.WriteLineAsync($"edgenode: {missing.Message}");
            return ExitCode.Failed;
        }
    }

    private static void Check(OptionResult found, bool isRight, string trouble)
    {
        if (!isRight)
        {
            found.AddError(trouble);
        }
    }
}
