namespace EdgeNode.Store.Tests;

/// <summary>An open file of the forgetful disk.</summary>
internal sealed class ForgetfulHandle(ForgetfulDisk disk, string path, ForgetfulFile file) : OpenFile
{
    public override long Length => file.Length;

    public override int Read(long offset, Span<byte> buffer)
    {
        disk.Step("read", path, changes: false);
        var rest = file.Bytes[(int)Math.Min(offset, file.Length)..];
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        return rest.Length;
    }

    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        disk.Step("write", path);
        disk.Written += bytes.Length;
        file.Write((int)offset, bytes);
    }

    public override void Sync()
    {
        disk.Syncs++;
        disk.Slow();
        try
        {
            disk.Step("sync", path);
        }
        catch (IOException)
        {
            file.LoseUnsynced();
            throw;
        }

        file.Sync();
    }

    public override void Dispose()
    {
    }
}
