namespace EdgeNode.Store.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("edgenode-store-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Names of the files whose name contains a text.</summary>
    public string[] Names(string part) =>
        [.. Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Where(name => name.Contains(part, StringComparison.Ordinal)).Order()];

    public string Segment(Index index) => this[Names(".segment").Where(name => name.EndsWith(".segment", StringComparison.Ordinal)).ElementAt(index)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
