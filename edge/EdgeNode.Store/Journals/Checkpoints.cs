using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Checkpoints of the site's memory, each in a file of its own. A corrupt or half-written one costs nothing but the time to read more of the journal.</summary>
public sealed class Checkpoints
{
    private readonly NumberedFiles _images;
    private readonly Action<string> _report;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="report">Told of every file that cannot be used.</param>
    public Checkpoints(string folder, Action<string> report)
        : this(folder, report, LinuxFiles.Instance)
    {
    }

    internal Checkpoints(string folder, Action<string> report, FileLayer files)
    {
        _images = new(files, folder, "checkpoint", most: 0);
        _report = report;
        _images.Begin();
    }

    /// <summary>Keeps a checkpoint: durable when this returns. The one before stays too.</summary>
    /// <exception cref="IOException">The disk did not take it; those before are untouched.</exception>
    public void Save(SiteCheckpoint checkpoint) => _images.Save(checkpoint.Sequence, checkpoint.Encode());

    /// <summary>Deletes all: after an erasure they may hold what was erased, and the journal says the rest.</summary>
    public void Clear() => _images.Clear();

    /// <summary>Whole checkpoints, newest first.</summary>
    public IReadOnlyList<SiteCheckpoint> NewestFirst() => [.. _images.NewestFirst().Select(Read).OfType<SiteCheckpoint>()];

    private SiteCheckpoint? Read(NumberedImage image)
    {
        if (image.ReadWhole() is { } whole)
        {
            return SiteCheckpoint.TryDecode(whole);
        }

        _report($"The checkpoint {Path.GetFileName(image.Path)} is not what was written; more of the journal is read instead. Have the disk checked.");
        return null;
    }
}
