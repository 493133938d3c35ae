using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Checkpoints of the site's memory, each in a file of its own. A corrupt or half-written one costs nothing but the time to read more of the journal.</summary>
public sealed class Checkpoints
{
    private readonly NumberedFiles _images;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="report">Told of every file that cannot be used.</param>
    public Checkpoints(string folder, Action<string> report)
        : this(folder, report, LinuxFiles.Instance)
    {
    }

    internal Checkpoints(string folder, Action<string> report, FileLayer files)
    {
        _images = new(files, folder, "checkpoint", ".json", name => report(
            $"The checkpoint {name} is not what was written; more of the journal is read instead. Have the disk checked."));
        _images.Begin();
    }

    /// <summary>Keeps a checkpoint: durable when this returns. The one before stays too.</summary>
    /// <exception cref="IOException">The disk did not take it; those before are untouched.</exception>
    public void Save(SiteCheckpoint checkpoint) => _images.Save(checkpoint.Sequence, checkpoint.Encode());

    /// <summary>Deletes all: after an erasure they may hold what was erased, and the journal says the rest.</summary>
    public void Clear() => _images.Clear();

    /// <summary>Whole checkpoints, newest first.</summary>
    public IReadOnlyList<SiteCheckpoint> NewestFirst() =>
        [.. _images.LoadNewestFirst().Select(image => SiteCheckpoint.TryDecode(image.Image)).OfType<SiteCheckpoint>()];
}
