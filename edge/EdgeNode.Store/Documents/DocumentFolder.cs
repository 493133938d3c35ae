namespace EdgeNode.Store;

/// <summary>A folder of small documents, for its owner only: each is replaced as a whole, and after a power cut either the old or the new one is there.</summary>
/// <param name="folder">The folder; made with its first document.</param>
public sealed class DocumentFolder(string folder)
{
    private readonly Lock _lock = new();

    /// <summary>The document of that name; null when there is none.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public byte[]? Read(string name) => File.Exists(Place(name)) ? LinuxFiles.Instance.ReadAll(Place(name)) : null;

    /// <summary>Puts a document in place of the last of that name, durably on return.</summary>
    /// <exception cref="IOException">The disk refused; the last one is still there.</exception>
    public void Write(string name, ReadOnlySpan<byte> document)
    {
        lock (_lock)
        {
            LinuxFiles.Instance.CreateFolder(folder);
            LinuxFiles.Instance.Replace(Place(name), document);
        }
    }

    private string Place(string name) => name.All(symbol => char.IsAsciiLetterLower(symbol) || symbol == '-')
        ? Path.Combine(folder, name)
        : throw new ArgumentException($"{name} is no name of a document; it must be a to z and -.", nameof(name));
}
