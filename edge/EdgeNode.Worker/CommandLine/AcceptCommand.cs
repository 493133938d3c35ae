using System.CommandLine;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker;

/// <summary><c>edgenode accept DOOR</c>: leads through the trial of a door's wires and signs its safety sheet, without which the door does not go live; while the node is stopped.</summary>
internal static partial class AcceptCommand
{
    private const int LongestReason = 200;

    public static Command Build()
    {
        var config = SiteFile.Option();
        var door = new Argument<string>("door") { Description = "The door's id in the site's file." };
        var by = new Option<string>("--by") { Description = "The reference of the person who tries the door and signs: no name.", HelpName = "reference" };
        var pass = new Option<string>("--override") { Description = "Let the door go live without a trial, and why. It is journalled, and told until the door is tried.", HelpName = "why" };
        var print = new Option<bool>("--print") { Description = "Print the sheet as it is, and do nothing." };
        var command = new Command("accept", "Try a door's wires step by step and sign its safety sheet; stop the node first.") { door, config, by, pass, print };
        command.SetAction((parsed, stop) => OnSite.RunAsync(parsed, config, async site =>
        {
            var found = Find(site, parsed.GetRequiredValue(door));
            using var key = new SigningKey(SiteKeys.Open(Path.Combine(site.StoreFolder, "keys"), RandomNumberGenerator.Fill).SigningSeed);
            var desk = new AcceptDesk(site, found, key, TimeProvider.System, parsed.InvocationConfiguration.Output);
            return parsed.GetValue(print) ? await desk.PrintAsync()
                : parsed.GetValue(pass) is { } why ? await desk.OverrideAsync(Reference(parsed.GetValue(by)), Reason(why))
                : await desk.TryAsync(
                    Reference(parsed.GetValue(by)),
                    NodeProgram.Parts(NullLoggerFactory.Instance),
                    new(Console.In, parsed.InvocationConfiguration.Output, span => Task.Delay(span, TimeProvider.System, stop), stop));
        }));
        return command;
    }

    /// <summary>The door, if this node drives its lock.</summary>
    /// <exception cref="FormatException">There is no such door.</exception>
    internal static Door Find(SiteConfiguration site, string id) => DoorWiring.Driven(site).FirstOrDefault(door => door.Id.Value == id) ?? throw new FormatException(
        site.Definition.Doors.Any(door => door.Id.Value == id)
            ? $"The door {id} needs no sheet: {(site.Gpio == GpioUse.None ? "gpio: none, so that no pin is driven" : "it has no strike")}."
            : $"The site has no door {id}. Its doors: {string.Join(", ", site.Definition.Doors.Select(door => door.Id.Value))}.");

    internal static string Reference(string? by) => by is not null && ReferenceShape().IsMatch(by) ? by
        : throw new FormatException("Say who signs: --by REFERENCE, lower-case letters, digits, dots and dashes. The journal keeps it, so write no name.");

    internal static string Reason(string why) => why.Trim() is { Length: > 0 and <= LongestReason } said ? said
        : throw new FormatException($"Say in 1 to {LongestReason} characters why the door is not tried: --override \"lock fitted on Monday\".");

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$")]
    private static partial Regex ReferenceShape();
}
