using System.CommandLine;
using System.Security.Cryptography;
using EdgeNode.Hardware;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker;

/// <summary>
/// <c>edgenode osdp pair</c>: gives a reader of the site a key of its own and keeps it; while the node does not run. A reader that
/// has one already gets the next, in two phases.
/// </summary>
internal static class OsdpPairCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var reader = new Option<string>("--reader") { Description = "The reader's id in the file.", Required = true, HelpName = "ID" };
        var by = new Option<string>("--by") { Description = "Who pairs it.", Required = true, HelpName = "NAME" };
        var command = new Command("pair", "Give an OSDP reader a key of its own, or the next one; stop the node first.") { config, reader, by };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(config), parsed.GetRequiredValue(reader), parsed.GetRequiredValue(by), parsed.InvocationConfiguration, stop));
        return command;
    }

    private static async Task<int> RunAsync(string path, string id, string by, InvocationConfiguration console, CancellationToken stop)
    {
        var file = ConfigurationFile.Read(path);
        if (file.Result.Configuration is not { } configuration)
        {
            await console.Error.WriteAsync(file.RenderErrors());
            return ExitCode.WrongConfiguration;
        }

        if (configuration.Readers.OfType<ReaderSettings.Osdp>().FirstOrDefault(one => one.AccessPoint.Value == id) is not { Secure: true } reader)
        {
            await console.Error.WriteLineAsync($"edgenode: {path} has no OSDP reader {id} with secure: true. Write its id after --reader.");
            return ExitCode.WrongConfiguration;
        }

        try
        {
            return await PairAsync(configuration, reader, by, console.Output, stop) ? ExitCode.Ok : ExitCode.Failed;
        }
        catch (Exception failure) when (Cure.Of(failure, configuration) is not null)
        {
            await console.Error.WriteLineAsync(Cure.Of(failure, configuration));
            return ExitCode.Failed;
        }
    }

    private static async Task<bool> PairAsync(SiteConfiguration configuration, ReaderSettings.Osdp reader, string by, TextWriter output, CancellationToken stop)
    {
        var name = reader.AccessPoint.Value;
        var files = OsdpBuses.Keys(configuration);
        var ring = files.Load(name);
        var fresh = OsdpKey.Derive(RandomNumberGenerator.GetBytes(32), name, 1);
        var start = TimeProvider.System.GetTimestamp();
        TimeSpan Uptime() => TimeProvider.System.GetElapsedTime(start);
        var telling = new OsdpTelling(output, Uptime);
        var paired = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Told(OsdpEvent told)
        {
            telling.Tell(told);
            if (told is OsdpEvent.KeepKeys keys)
            {
                files.Keep(name, keys.Ring);
                ring = keys.Ring;
            }

            if (told is OsdpEvent.Up)
            {
                up.TrySetResult();
            }

            if (ring == OsdpKeyRing.Settle(fresh))
            {
                paired.TrySetResult(true);
            }
        }

        using var bus = new OsdpBus(
            reader.Port, reader.Baud, [(OsdpBuses.Link(reader), ring, Told)], bytes => RandomNumberGenerator.Fill(bytes), Uptime, null, NullLogger.Instance);
        using var ending = stop.Register(() => paired.TrySetResult(false));
        using var bound = new CancellationTokenSource(OsdpPairing.Longest);
        using var late = bound.Token.Register(() => paired.TrySetResult(false));
        if (ring.Current is null)
        {
            bus.Pair((byte)reader.Address, new(by, OsdpPairing.Longest, fresh));
        }
        else if (await Task.WhenAny(up.Task, paired.Task) == up.Task)
        {
            bus.Rotate((byte)reader.Address, fresh);
        }

        var done = await paired.Task;
        await output.WriteLineAsync(done
            ? $"reader {name} has a key of its own, given by {by}."
            : $"reader {name} has no new key: it did not answer rightly within {OsdpPairing.Longest.TotalMinutes:0} minutes. Set it to its factory state and try again.");
        return done;
    }
}
