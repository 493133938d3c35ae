namespace EdgeNode.Store;

/// <summary>
/// Policy letters, compressed, each in a file named by its version and content: the one in force, the one before, and while there is room
/// those that were in force before, so that a decision can be made once more. A corrupt one is passed over.
/// </summary>
public sealed class PolicyFiles
{
    private const long Room = 100_000_000;

    private readonly NumberedFiles _letters;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where.</param>
    public PolicyFiles(string folder)
        : this(folder, Room, LinuxFiles.Instance)
    {
    }

    internal PolicyFiles(string folder, long room, FileLayer files)
    {
        _letters = new(files, folder, "policy", room);
        _letters.Begin();
    }

    /// <summary>Keeps a verified letter: durable when this returns.</summary>
    /// <exception cref="IOException">The disk did not take it; the letters before are untouched.</exception>
    public void Save(long version, ReadOnlySpan<byte> letter) => _letters.Save(version, letter);

    /// <summary>All letters, newest first, whole or not.</summary>
    public IEnumerable<KeptLetter> NewestFirst() => _letters.NewestFirst().Select(image => new KeptLetter(image));
}
