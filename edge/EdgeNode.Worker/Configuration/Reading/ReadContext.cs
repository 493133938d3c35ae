namespace EdgeNode.Worker;

/// <summary>What all parts of one reading share: the mistakes found, the keys asked for, the pins taken.</summary>
/// <param name="folder">Folder against which relative paths are read.</param>
internal sealed class ReadContext(string folder)
{
    public string Folder { get; } = folder;

    public ErrorList Errors { get; } = new();

    public KeysAsked Asked { get; } = new();

    /// <summary>What a pin, serial port or other thing that serves one device only is used for, and where.</summary>
    public Dictionary<string, (string Owner, SourcePlace Place)> Taken { get; } = new(StringComparer.Ordinal);
}
