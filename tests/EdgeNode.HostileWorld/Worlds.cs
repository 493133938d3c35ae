using System.Collections.Concurrent;
using EdgeNode.Store.Tests;

namespace EdgeNode.HostileWorld;

/// <summary>Plays stories, as many at once as there are cores; each is alone with its own time, disk and dice.</summary>
public static class Worlds
{
    /// <summary>Plays one story.</summary>
    public static WorldOutcome Play(WorldOptions options)
    {
        using var folder = new TemporaryFolder();
        return Play(options, folder.Path);
    }

    /// <summary>Plays many; stops to begin new ones when five have failed.</summary>
    public static WorldsOutcome Play(IReadOnlyList<int> seeds, WorldOptions like)
    {
        var outcomes = new ConcurrentBag<WorldOutcome>();
        var next = -1;
        Parallel.For(0, Math.Min(Environment.ProcessorCount, seeds.Count), _ =>
        {
            using var folder = new TemporaryFolder();
            for (var index = Interlocked.Increment(ref next); index < seeds.Count; index = Interlocked.Increment(ref next))
            {
                if (outcomes.Count(outcome => outcome.Failure is not null) >= 5)
                {
                    return;
                }

                outcomes.Add(Play(like with { Seed = seeds[index] }, folder.Path));
            }
        });
        return new(
            outcomes.Count,
            outcomes.Sum(outcome => outcome.Steps),
            outcomes.Sum(outcome => outcome.Records),
            outcomes.Sum(outcome => (long)outcome.Starts),
            [.. outcomes.Where(outcome => outcome.Failure is not null).OrderBy(outcome => outcome.Options.Seed)]);
    }

    private static WorldOutcome Play(WorldOptions options, string folder)
    {
        using var world = new World(options, folder);
        return world.Play();
    }
}
