using EdgeNode.Screen;

namespace EdgeNode.Worker;

/// <summary>The site's drawing; read again when its file changes, so that nobody restarts a node for it. Safe from any thread.</summary>
internal sealed class PlanFile(string path)
{
    private readonly Lock _lock = new();
    private (DateTime Written, long Length)? _stamp;
    private PlanReading _reading = PlanReading.None;

    /// <summary>The plan as it is now.</summary>
    public PlanReading Read()
    {
        var file = new FileInfo(path);
        (DateTime, long)? stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
        lock (_lock)
        {
            if (stamp != _stamp)
            {
                (_stamp, _reading) = (stamp, stamp is null ? PlanReading.None : Draw());
            }

            return _reading;
        }
    }

    private PlanReading Draw()
    {
        try
        {
            return new(Load(path), false);
        }
        catch (Exception unfit) when (unfit is FormatException or IOException or UnauthorizedAccessException)
        {
            // The page says so and shows a grid; the command "plan check" tells the reason.
            return new(null, true);
        }
    }

    /// <summary>The plan of a file.</summary>
    /// <exception cref="FormatException">It cannot be drawn.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FloorPlan Load(string path) => new FileInfo(path).Length > 4L * FloorPlan.Longest
        ? throw new FormatException($"{path} is longer than {4L * FloorPlan.Longest} bytes. Take embedded pictures out of it.")
        : FloorPlan.Read(File.ReadAllText(path));
}
