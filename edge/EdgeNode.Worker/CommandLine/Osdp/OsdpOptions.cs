using System.CommandLine;
using System.CommandLine.Parsing;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>What both ends of an OSDP bus are told on the command line.</summary>
internal sealed class OsdpOptions
{
    public Option<string> Port { get; } = new("--port") { Description = "The serial port.", Required = true, HelpName = "/dev/…" };

    public Option<byte> Address { get; } = new("--address") { Description = "Address on the bus, 0 to 126.", Required = true };

    public Option<string?> Key { get; } = new("--key") { Description = "Key of the secure channel, 32 hexadecimal digits.", HelpName = "HEX" };

    public Option<int> Baud { get; } = new("--baud") { Description = "Bits per second.", DefaultValueFactory = _ => OsdpLinkSettings.Rates[0] };

    public Option<string?> Trace { get; } = new("--trace") { Description = "Write every message to this file, as osdpcap.", HelpName = "FILE" };

    /// <summary>Adds them to a command, with their checks.</summary>
    public Command On(Command command)
    {
        foreach (var option in (Option[])[Port, Address, Key, Baud, Trace])
        {
            command.Options.Add(option);
        }

        Address.Validators.Add(found => Check(found, found.GetValueOrDefault<byte>() <= OsdpLinkSettings.HighestAddress, "--address must be from 0 to 126"));
        Baud.Validators.Add(found => Check(found, OsdpLinkSettings.Rates.Contains(found.GetValueOrDefault<int>()), $"--baud must be one of {string.Join(", ", OsdpLinkSettings.Rates)}"));
        Key.Validators.Add(found =>
        {
            if (found.GetValueOrDefault<string?>() is { } hex && OsdpKey.Read(hex).Trouble is { } trouble)
            {
                found.AddError($"--key: {trouble}");
            }
        });
        return command;
    }

    /// <summary>The key, where one was given.</summary>
    public OsdpKey? KeyOf(ParseResult parsed) => parsed.GetValue(Key) is { } hex ? OsdpKey.Read(hex).Key : null;

    /// <summary>The trace, where one was asked for; the caller closes its file.</summary>
    public (OsdpTrace? Trace, TextWriter? File) TraceOf(ParseResult parsed)
    {
        var file = parsed.GetValue(Trace) is { } path ? new StreamWriter(path) : null;
        return (file is null ? null : new(file, TimeProvider.System), file);
    }

    private static void Check(OptionResult found, bool isRight, string trouble)
    {
        if (!isRight)
        {
            found.AddError($"{trouble}.");
        }
    }
}
