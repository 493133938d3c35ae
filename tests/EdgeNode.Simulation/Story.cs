using EdgeNode.Demo;
using EdgeNode.Store;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Simulation;

/// <summary>A world in a folder of its own, with everything that it logged as an error.</summary>
internal sealed class Story : IAsyncDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 23, 5, 0, 0, TimeSpan.FromHours(1));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgenode-story-");
    private readonly ErrorLog _errors = new();
    private readonly ILoggerFactory _logs;

    private Story() => _logs = LoggerFactory.Create(logging => logging.AddProvider(_errors));

    public World World { get; private set; } = null!;

    public IReadOnlyCollection<string> Errors => _errors.Lines;

    public string JournalFolder => Path.Combine(World.Configuration.StoreFolder, "journal");

    /// <summary>A week from Monday, 5 o'clock, before the summer time begins on its Sunday.</summary>
    public static async Task<Story> BeginAsync(int seed, int? broker = null, bool peopled = true)
    {
        var story = new Story();
        story.World = await World.StartAsync(new(seed, Monday, story._folder.FullName, broker), story._logs);
        if (peopled)
        {
            story.World.PlayDays();
        }

        return story;
    }

    /// <summary>What goes wrong with the machines in a hard week.</summary>
    public Story WithTroubles()
    {
        On(1, 10, () => Now(() => World.SetNetwork(false)));
        On(1, 12, () => Now(() => World.SetNetwork(true)));
        On(2, 11, () => World.Queue(() => World.SetBrokerAsync(false)));
        On(2, 13, () => World.Queue(() => World.SetBrokerAsync(true)));
        On(3, 14, () => World.Queue(World.PullPowerAsync));
        On(4, 9, () => World.JumpWall(TimeSpan.FromMinutes(45)));
        On(4, 16, () => World.JumpWall(TimeSpan.FromMinutes(-45)));
        return this;
    }

    public Task PlayAsync(double days) => World.RunToAsync(TimeSpan.FromDays(days));

    /// <summary>The journal's public lines, as anybody may verify them.</summary>
    public IReadOnlyList<byte[]> Lines() => [.. World.Node!.Journal.ReadLines(1).Select(line => line.Public)];

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        _logs.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void Now(Action action) => action();

    private void On(int day, double hour, Action trouble) => World.After(TimeSpan.FromDays(day) + TimeSpan.FromHours(hour - 5), trouble);
}
