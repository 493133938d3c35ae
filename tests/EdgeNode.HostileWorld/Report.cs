using System.Diagnostics;

namespace EdgeNode.HostileWorld;

/// <summary>A failure for people: seed, commit, which actors it takes, the event, the last lines.</summary>
public static class Report
{
    /// <summary>The report.</summary>
    public static string Of(WorldOutcome outcome)
    {
        var (options, failure) = (outcome.Options, outcome.Failure!);
        var without = options.Without.IsEmpty ? "" : $" --without {string.Join(',', options.Without)}";
        var with = string.Join(", ", Cast.All.Select(actor => actor.Name).Except(options.Without));
        return $"""
            BROKEN: {failure.Promise}
              {failure.Words}
              seed {options.Seed}, commit {Commit()}, event {failure.Step}; it takes {with}
              again: dotnet run --project tests/EdgeNode.Simulation -c Release -- --seed {options.Seed}{without}
            {string.Join('\n', failure.Lines)}
            """;
    }

    private static string Commit()
    {
        var start = new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        using var git = Process.Start(start);
        var commit = git?.StandardOutput.ReadToEnd().Trim() ?? "";
        git?.WaitForExit();
        return commit.Length > 0 ? commit : "unknown";
    }
}
