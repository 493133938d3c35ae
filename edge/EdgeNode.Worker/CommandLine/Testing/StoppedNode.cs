namespace EdgeNode.Worker;

/// <summary>Proof that no node runs on a site's store; none starts while it is held.</summary>
internal sealed class StoppedNode : IDisposable
{
    // EWOULDBLOCK of flock(2), which .NET gives as the result code.
    private const int Locked = 11;
    private readonly FileStream? _lock;

    private StoppedNode(FileStream? held) => _lock = held;

    /// <summary>Takes the lock that a running node holds. A site that has no store yet has no node either.</summary>
    /// <exception cref="FormatException">A node runs; says how to stop it.</exception>
    public static StoppedNode Demand(SiteConfiguration site)
    {
        try
        {
            return new(Take(site));
        }
        catch (IOException held) when (held.HResult == Locked)
        {
            throw new FormatException("the node of this site runs and has its devices. Stop it first: systemctl stop edgenode; and start it again afterwards.", held);
        }
    }

    /// <summary>Whether a node runs; false where that cannot be seen.</summary>
    public static bool NodeRuns(SiteConfiguration site)
    {
        try
        {
            Take(site)?.Dispose();
            return false;
        }
        catch (IOException held) when (held.HResult == Locked)
        {
            return true;
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static FileStream? Take(SiteConfiguration site) =>
        Path.Combine(NodeStore.JournalFolder(site), "owner.lock") is var path && File.Exists(path) ? new(path, FileMode.Open, FileAccess.Read, FileShare.None) : null;
}
