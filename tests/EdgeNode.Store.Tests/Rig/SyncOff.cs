namespace EdgeNode.Store.Tests;

/// <summary>A file layer that says that it synced and does not: the negative control.</summary>
internal sealed class SyncOff(FileLayer files) : FileLayer
{
    public override void CreateFolder(string folder) => files.CreateFolder(folder);

    public override IReadOnlyList<string> List(string folder) => files.List(folder);

    public override byte[] ReadAll(string path) => files.ReadAll(path);

    public override OpenFile Create(string path) => new Handle(files.Create(path));

    public override OpenFile Open(string path, bool write) => new Handle(files.Open(path, write));

    public override void Rename(string from, string to) => files.Rename(from, to);

    public override void Link(string path, string second) => files.Link(path, second);

    public override void Delete(string path) => files.Delete(path);

    public override void SyncFolder(string folder)
    {
    }

    private sealed class Handle(OpenFile file) : OpenFile
    {
        public override long Length => file.Length;

        public override int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

        public override void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset, bytes);

        public override void Sync()
        {
        }

        public override void Dispose() => file.Dispose();
    }
}
