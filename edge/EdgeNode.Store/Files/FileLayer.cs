namespace EdgeNode.Store;

/// <summary>The file system as the store needs it: every durable step is a call of its own, so that a test can make each one fail.</summary>
internal abstract class FileLayer
{
    /// <summary>Makes the folder and those above it, readable by their owner only, and syncs their parents; does nothing when it exists.</summary>
    public abstract void CreateFolder(string folder);

    /// <summary>Full paths of the files in a folder, in ordinal order.</summary>
    public abstract IReadOnlyList<string> List(string folder);

    /// <summary>The whole content.</summary>
    public abstract byte[] ReadAll(string path);

    /// <summary>Makes an empty file, 0600, in place of any other of that name.</summary>
    public abstract OpenFile Create(string path);

    /// <summary>Opens a file that exists.</summary>
    public abstract OpenFile Open(string path, bool write);

    /// <summary>Renames, in place of any other file of that name; durable only after <see cref="SyncFolder"/>.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Gives a file a second name, which keeps its content when the first is replaced; durable only after <see cref="SyncFolder"/>.</summary>
    public abstract void Link(string path, string second);

    /// <summary>Deletes; durable only after <see cref="SyncFolder"/>.</summary>
    public abstract void Delete(string path);

    /// <summary>Makes creations, renames and deletions in a folder durable.</summary>
    public abstract void SyncFolder(string folder);

    /// <summary>The content as far as the disk gives it back, block by block; what it refuses to read is 0xFF, which is no record.</summary>
    /// <returns>The content, and how many bytes of it could not be read.</returns>
    public (byte[] Bytes, int Unreadable) ReadWhatIsThere(string path)
    {
        using var file = Open(path, write: false);
        var bytes = new byte[file.Length];
        var unreadable = 0;
        for (var at = 0; at < bytes.Length; at += Block)
        {
            var block = bytes.AsSpan(at, Math.Min(Block, bytes.Length - at));
            try
            {
                Fill(file, at, block);
            }
            catch (IOException)
            {
                // Counted, and told by whoever reads: a bad sector must not cost the sectors around it.
                block.Fill(0xFF);
                unreadable += block.Length;
            }
        }

        return (bytes, unreadable);
    }

    /// <summary>Writes a whole file so that after a power cut either the old or the new content is there: temporary file, sync, rename, folder sync.</summary>
    public void Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + TemporaryEnding;
        using (var file = Create(temporary))
        {
            file.Write(0, content);
            file.Sync();
        }

        Rename(temporary, path);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Deletes what an interrupted <see cref="Replace"/> left behind; it was never in force.</summary>
    /// <returns>Names of the files that went.</returns>
    public IReadOnlyList<string> DropTemporaries(string folder)
    {
        var left = List(folder).Where(path => path.EndsWith(TemporaryEnding, StringComparison.Ordinal)).ToList();
        try
        {
            left.ForEach(Delete);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A disk that has become read-only must not keep the node from starting; nothing reads these files.
        }

        return left.ConvertAll(path => Path.GetFileName(path));
    }

    private const string TemporaryEnding = ".tmp";
    private const int Block = 4096;

    private static void Fill(OpenFile file, long offset, Span<byte> block)
    {
        while (block.Length > 0 && file.Read(offset, block) is var read and > 0)
        {
            offset += read;
            block = block[read..];
        }
    }
}
