using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode outage-code</c>: the code of a day for people whose rights are missing.</summary>
internal static class OutageCodeCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var day = new Option<string?>("--day") { Description = "Local day; usual: today.", HelpName = "yyyy-MM-dd" };
        var command = new Command("outage-code", "Print the code of the day that opens the doors with outageCode: true; every use is recorded.") { day, config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => Run(site, parsed.GetValue(day), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(SiteConfiguration site, string? day, TextWriter output)
    {
        var doors = site.Definition.Doors.Where(door => door.TakesOutageCode).Select(door => door.Id.Value).ToArray();
        if (doors.Length == 0)
        {
            throw new FormatException("No door takes such a code; write outageCode: true at a door that may, in the site's file.");
        }

        var key = SiteKeys.Open(Path.Combine(site.StoreFolder, "keys"), RandomNumberGenerator.Fill).IdentifierKey;
        var local = Day(site, day);
        output.WriteLine($"{local:yyyy-MM-dd}: {OutageCode.Of(key, site.Definition.Id, local).Digits} and then #, at {string.Join(", ", doors)}");
        return ExitCode.Ok;
    }

    private static DateOnly Day(SiteConfiguration site, string? day) =>
        day is null ? site.Definition.TimeZone.LocalDay(TimeProvider.System.GetUtcNow())
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
        : throw new FormatException($"{day} is no day; write for example --day 2026-03-02.");
}
