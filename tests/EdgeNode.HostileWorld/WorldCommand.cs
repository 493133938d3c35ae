using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace EdgeNode.HostileWorld;

/// <summary>The command line: one seed told in full, many seeds, or many years.</summary>
public static class WorldCommand
{
    private const string Usage = """
        --seed N            one story; --tell prints all of it
        --seeds A..B        many stories
        --days D, --years Y how long each lasts; usual: 7 days
        --without a,b       without these actors
        """;

    /// <summary>Whether these arguments are meant for the world.</summary>
    public static bool Knows(string[] args) => args.Length > 0 && args[0] is "--seed" or "--seeds" or "--years" or "--days";

    /// <summary>Plays; 0 = every promise was kept, 1 = one was broken, 2 = the arguments say nothing.</summary>
    public static int Run(string[] args)
    {
        if (Read(args) is not var (seeds, options))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var started = Stopwatch.GetTimestamp();
        var outcome = Worlds.Play(seeds, options);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Worlds} stories of {options.Length.TotalDays:0.#} days: {outcome.Steps} events, {outcome.Records} records, {outcome.Starts} starts in {seconds:0.0} s; {outcome.Failures.Count} broken promises"));
        foreach (var failure in outcome.Failures)
        {
            Console.WriteLine($"seed {failure.Options.Seed}: {failure.Failure!.Promise}");
        }

        foreach (var failure in outcome.Failures.Take(1))
        {
            Console.WriteLine(Report.Of(Shrinking.Smallest(failure)));
        }

        return outcome.Failures.Count == 0 ? 0 : 1;
    }

    private static (ImmutableArray<int> Seeds, WorldOptions Options)? Read(string[] args)
    {
        ImmutableArray<int> seeds = [1];
        var options = new WorldOptions(1);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--tell")
            {
                options = options with { Listener = Console.WriteLine };
                continue;
            }

            if (at + 1 == args.Length || !TryTake(args[at], args[++at], ref seeds, ref options))
            {
                return null;
            }
        }

        return args.Length == 0 ? null : (seeds, options);
    }

    private static bool TryTake(string key, string value, ref ImmutableArray<int> seeds, ref WorldOptions options)
    {
        switch (key)
        {
            case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                seeds = [seed];
                return true;
            case "--seeds" when value.Split("..") is [var from, var to]
                && int.TryParse(from, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, CultureInfo.InvariantCulture, out var last) && first <= last:
                seeds = [.. Enumerable.Range(first, last - first + 1)];
                return true;
            case "--days" or "--years" when double.TryParse(value, CultureInfo.InvariantCulture, out var count):
                options = options with { Length = TimeSpan.FromDays(key == "--days" ? count : count * 365) };
                return true;
            case "--without":
                options = options with { Without = [.. value.Split(',')] };
                return true;
            default:
                return false;
        }
    }
}
