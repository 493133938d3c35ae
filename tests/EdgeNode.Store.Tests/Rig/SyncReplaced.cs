namespace EdgeNode.Store.Tests;

/// <summary>A file layer whose syncs are replaced: by nothing (the negative control), or by a stall.</summary>
/// <param name="files">What is really written to.</param>
/// <param name="sync">Given the real sync.</param>
internal sealed class SyncReplaced(FileLayer files, Action<Action> sync) : FileLayer
{
    public override void CreateFolder(string folder) => files.CreateFolder(folder);

    public override IReadOnlyList<string> List(string folder) => files.List(folder);

    public override byte[] ReadAll(string path) => files.ReadAll(path);

    public override OpenFile Create(string path) => new Handle(files.Create(path), sync);

    public override OpenFile Open(string path, bool write) => new Handle(files.Open(path, write), sync);

    public override void Rename(string from, string to) => files.Rename(from, to);

    public override void Link(string path, string second) => files.Link(path, second);

    public override void Delete(string path) => files.Delete(path);

    public override void SyncFolder(string folder) => sync(() => files.SyncFolder(folder));

    private sealed class Handle(OpenFile file, Action<Action> sync) : OpenFile
    {
        public override long Length => file.Length;

        public override int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

        public override void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset, bytes);

        public override void Sync() => sync(file.Sync);

        public override void Dispose() => file.Dispose();
    }
}
