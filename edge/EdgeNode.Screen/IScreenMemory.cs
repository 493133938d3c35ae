namespace EdgeNode.Screen;

/// <summary>What the screen must still know after a restart: few, small documents, each replaced as a whole and durable on return.</summary>
public interface IScreenMemory
{
    /// <summary>The document of that name; null when there is none.</summary>
    byte[]? Read(string name);

    /// <summary>Puts a document in place of the last of that name.</summary>
    /// <exception cref="IOException">The disk refused; the last one is still there.</exception>
    void Write(string name, ReadOnlySpan<byte> document);
}
