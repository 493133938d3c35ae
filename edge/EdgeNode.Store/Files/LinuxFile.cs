namespace EdgeNode.Store;

/// <summary>A real file, without a buffer of its own.</summary>
internal sealed class LinuxFile(string path, FileStreamOptions options) : OpenFile
{
    private readonly FileStream _stream = new(path, options);

    public override long Length => RandomAccess.GetLength(_stream.SafeFileHandle);

    public override int Read(long offset, Span<byte> buffer) => RandomAccess.Read(_stream.SafeFileHandle, buffer, offset);

    public override void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_stream.SafeFileHandle, bytes, offset);

    public override void Sync() => LinuxSync.Content(_stream.SafeFileHandle, path);

    public override void Dispose() => _stream.Dispose();
}
