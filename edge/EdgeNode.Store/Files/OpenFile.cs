namespace EdgeNode.Store;

/// <summary>An open file, read and written at given places.</summary>
internal abstract class OpenFile : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Reads at most as many bytes as the buffer takes; 0 at the end.</summary>
    public abstract int Read(long offset, Span<byte> buffer);

    /// <summary>Writes all bytes.</summary>
    public abstract void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Returns once the disk has confirmed everything written.</summary>
    public abstract void Sync();

    /// <inheritdoc/>
    public abstract void Dispose();
}
