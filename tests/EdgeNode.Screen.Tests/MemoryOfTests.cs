using System.Collections.Concurrent;
using EdgeNode.Core;

namespace EdgeNode.Screen.Tests;

/// <summary>Documents and names that outlive a restart of the screen, as a disk's do.</summary>
internal sealed class MemoryOfTests : IScreenMemory, IPeopleNames
{
    private readonly ConcurrentDictionary<HolderRef, string> _names = new();

    public ConcurrentDictionary<string, byte[]> Documents { get; } = new();

    public byte[]? Read(string name) => Documents.GetValueOrDefault(name);

    public void Write(string name, ReadOnlySpan<byte> document) => Documents[name] = document.ToArray();

    public string? Find(HolderRef holder) => _names.GetValueOrDefault(holder);

    public void Set(HolderRef holder, string name) => _names[holder] = name;
}
