using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The screen's documents in the site's store.</summary>
internal sealed class ScreenMemory(DocumentFolder documents) : IScreenMemory
{
    public byte[]? Read(string name) => documents.Read(name);

    public void Write(string name, ReadOnlySpan<byte> document) => documents.Write(name, document);
}
