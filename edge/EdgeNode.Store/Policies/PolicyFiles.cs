namespace EdgeNode.Store;

/// <summary>Policy letters, each in a file named by its version and content. The last two whole ones are kept; a corrupt one is passed over.</summary>
public sealed class PolicyFiles
{
    private readonly NumberedFiles _letters;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="report">Told of every file that cannot be used.</param>
    public PolicyFiles(string folder, Action<string> report)
        : this(folder, report, LinuxFiles.Instance)
    {
    }

    internal PolicyFiles(string folder, Action<string> report, FileLayer files)
    {
        _letters = new(files, folder, "policy", ".letter", name => report(
            $"The policy file {name} is not what was written; it is passed over for the one before. The network sends the policy again; have the disk checked."));
        _letters.Begin();
    }

    /// <summary>Keeps a verified letter: durable when this returns. Whole letters older than the last two go.</summary>
    /// <exception cref="IOException">The disk did not take it; the letters before are untouched.</exception>
    public void Save(long version, ReadOnlySpan<byte> letter) => _letters.Save(version, letter);

    /// <summary>Whole letters, newest first, each with its SHA-256 in lower-case hex.</summary>
    public IEnumerable<(long Version, byte[] Letter, string Hash)> LoadNewestFirst() => _letters.LoadNewestFirst();
}
