using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode what-if</c>: what a badge would come to at a door at a time, with the policy in force; nothing is recorded and nothing opens.</summary>
internal static class WhatIfCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var badge = new Option<string>("--badge") { Description = "The badge's bits as the reader sends them, 26 to 128 of 0 and 1; or a person's reference, whose badges are tried in turn.", Required = true, HelpName = "bits|reference" };
        var door = new Option<string>("--door") { Description = "Id of a door, entered from its outer side.", Required = true };
        var at = new Option<string?>("--at") { Description = "Local time; usual: now.", HelpName = "yyyy-MM-ddTHH:mm" };
        var command = new Command("what-if", "Say what a badge would come to at a door, rule by rule; nothing opens.") { badge, door, at, config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => Run(
            site, parsed.GetRequiredValue(badge), new(parsed.GetRequiredValue(door)), parsed.GetValue(at), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(SiteConfiguration site, string badge, DoorId door, string? at, TextWriter output)
    {
        var definition = site.Definition;
        var point = definition.AccessPoints.FirstOrDefault(point => point.Door == door && point.Direction == Direction.In)
            ?? throw new FormatException($"There is no reader on the way in at door {door}; doors with one: "
                + $"{string.Join(", ", definition.AccessPoints.Where(known => known.Direction == Direction.In).Select(known => known.Door).Distinct())}.");
        var now = new Moment(TimeSpan.Zero, Instant(definition.TimeZone, at), ClockTrust.Trusted);
        var state = Known(site);
        foreach (var token in Tokens(site, state.Policy, badge))
        {
            var tried = DecisionReplay.WhatIf(state, new(point.Id, token, Assurance.Cryptographic, PinProved: false), now);
            DecisionStory.Tell(output, state, now, tried.Request, tried.Decision);
        }

        return ExitCode.Ok;
    }

    private static SiteState Known(SiteConfiguration site)
    {
        var policy = NodeStore.ReadPolicy(NodeStore.OpenPolicies(site), site.Definition, _ => { });
        var state = Site.Initial(site.Definition, PolicySnapshot.Build(site.Definition, policy));
        JournalProof.Read(NodeStore.JournalFolder(site), 1, long.MaxValue, (_, entry) => state = Site.Recall(state, entry));
        return state;
    }

    private static CredentialToken[] Tokens(SiteConfiguration site, PolicySnapshot policy, string badge)
    {
        if (badge.Length is >= 26 and <= 128 && badge.All(bit => bit is '0' or '1'))
        {
            return [SiteKeys.Open(Path.Combine(site.StoreFolder, "keys"), RandomNumberGenerator.Fill).IdentifierKey.Tokenise(badge)];
        }

        var tokens = policy.TokensOf(new(badge)).ToArray();
        return tokens.Length > 0 ? tokens
            : throw new FormatException("What stands after --badge is neither 26 to 128 bits nor the reference of a person with a badge; write for example --badge 01011… or --badge h-17.");
    }

    private static DateTimeOffset Instant(TimeZoneInfo zone, string? at)
    {
        if (at is null)
        {
            return TimeProvider.System.GetUtcNow();
        }

        return DateTime.TryParseExact(at, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? zone.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw new FormatException($"{at} is no time; write for example --at 2026-03-02T09:00, on the site's clock.");
    }
}
