using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Where a door's safety sheet is made, passed over and printed.</summary>
/// <param name="site">The site.</param>
/// <param name="door">The door.</param>
/// <param name="key">The site's key.</param>
/// <param name="time">The clock of the sheet.</param>
/// <param name="output">Where it is told.</param>
internal sealed class AcceptDesk(SiteConfiguration site, Door door, SigningKey key, TimeProvider time, TextWriter output)
{
    private const string Next = "It counts from the next start of the node on: sudo systemctl restart edgenode";
    private readonly SafetySheets _sheets = new(site);

    /// <summary>Leads through the trial, and signs when every step is right and the person says so.</summary>
    /// <exception cref="FormatException">The node runs, the clock is wrong, or nobody answers any more.</exception>
    public async Task<int> TryAsync(string by, NodeParts parts, TrialTalk talk)
    {
        using var stopped = StoppedNode.Demand(site);
        var now = Now();
        await output.WriteLineAsync($"{SafetyPage.Egress}\nOne of you stays here, the other goes to the door {door.Name}. Ctrl-C ends it; nothing is signed then.");
        using var bench = new DoorBench(site, door.Id, parts);
        var results = await new DoorTrial(site, door, bench, talk).RunAsync();
        if (results.Any(result => result.Cure is not null))
        {
            await output.WriteLineAsync($"Nothing is signed: {results.Count(result => result.Cure is not null)} of {results.Length} steps failed. Put them right, then: edgenode accept {door.Id.Value}");
            return ExitCode.Failed;
        }

        if (!await talk.YesAsync($"Every step is right. Does {by} sign for that?"))
        {
            await output.WriteLineAsync("Nothing is signed.");
            return ExitCode.Failed;
        }

        return await KeepAsync(_sheets.Blank(door.Id, by, now) with { Steps = [.. results.Select(result => new DoorSafetyStep(SafetyPage.Name(result.Step), result.Told))] });
    }

    /// <summary>Lets the door go live without a trial.</summary>
    public Task<int> OverrideAsync(string by, string why) => KeepAsync(_sheets.Blank(door.Id, by, Now()) with { Override = why });

    /// <summary>Prints the sheet.</summary>
    public async Task<int> PrintAsync()
    {
        var fact = _sheets.Read(key.PublicHex).First(one => one.Door == door);
        await output.WriteAsync(fact.Sheet is { } sheet ? SafetyPage.Of(site, sheet) : "");
        if (fact.Trouble is { } trouble)
        {
            await output.WriteLineAsync($"The door {door.Id.Value} is not live: {trouble}. Try it: edgenode accept {door.Id.Value} --by REFERENCE");
        }

        return fact.Acceptance == DoorAcceptance.Missing ? ExitCode.Failed : ExitCode.Ok;
    }

    private async Task<int> KeepAsync(DoorSafetySheet sheet)
    {
        var signed = key.Sign(sheet);
        _sheets.Keep(signed);
        await output.WriteLineAsync($"{SafetyPage.Of(site, signed)}\n{Next}");
        return ExitCode.Ok;
    }

    private DateTimeOffset Now() => time.GetUtcNow() is var now && now >= Node.BuildDate ? now
        : throw new FormatException($"The clock says {now:yyyy-MM-dd HH:mm} UTC, before this program was made; a sheet needs its date. Set it: sudo timedatectl set-time '2026-03-02 09:00'");
}
