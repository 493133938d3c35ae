namespace EdgeNode.Store.Tests;

/// <summary>
/// A disk in memory that forgets on a power cut what was not synced: content, and names. Every operation is counted, so that the
/// power can be cut before any of them; and any of them can be made to fail.
/// </summary>
internal sealed class ForgetfulDisk : FileLayer
{
    private Dictionary<string, Inode> _names = [];
    private Dictionary<string, Inode> _durableNames = [];

    /// <summary>Operations that changed or synced something.</summary>
    public int Operations { get; private set; }

    /// <summary>Syncs of content.</summary>
    public int Syncs { get; private set; }

    /// <summary>The power goes before this operation; 0 = never.</summary>
    public int CutBefore { get; set; }

    /// <summary>Given the kind of operation: whether it fails now.</summary>
    public Func<string, bool> Fails { get; set; } = _ => false;

    /// <summary>How many bytes of unsynced writes happen to be on the disk after all when the power goes.</summary>
    public int TornBytes { get; set; }

    /// <summary>The power is back: only what was synced is there.</summary>
    public void PowerOn()
    {
        CutBefore = 0;
        Fails = _ => false;
        _names = new(_durableNames);
        foreach (var inode in _names.Values)
        {
            inode.Forget(TornBytes);
        }
    }

    public byte[] Content(string path) => _names[path].Bytes;

    public override void CreateFolder(string folder)
    {
    }

    public override IReadOnlyList<string> List(string folder) => [.. _names.Keys.Order(StringComparer.Ordinal)];

    public override byte[] ReadAll(string path) => [.. _names[path].Bytes];

    public override OpenFile Create(string path)
    {
        Step("create");
        _names[path] = new();
        return new Handle(this, _names[path]);
    }

    public override OpenFile Open(string path, bool write) => new Handle(this, _names[path]);

    public override void Rename(string from, string to)
    {
        Step("rename");
        _names[to] = _names[from];
        _names.Remove(from);
    }

    public override void Delete(string path)
    {
        Step("delete");
        _names.Remove(path);
    }

    public override void SyncFolder(string folder)
    {
        Step("sync folder");
        _durableNames = new(_names);
    }

    private void Step(string kind)
    {
        if (++Operations == CutBefore)
        {
            throw new PowerCutException();
        }

        if (CutBefore > 0 && Operations > CutBefore)
        {
            throw new PowerCutException();
        }

        if (Fails(kind))
        {
            throw new IOException($"No space left on device ({kind}).");
        }
    }

    private sealed class Inode
    {
        private byte[] _durable = [];
        private (int Offset, byte[] Bytes)[] _unsynced = [];

        public byte[] Bytes { get; set; } = [];

        public void Write(int offset, ReadOnlySpan<byte> bytes)
        {
            if (Bytes.Length < offset + bytes.Length)
            {
                Bytes = [.. Bytes, .. new byte[offset + bytes.Length - Bytes.Length]];
            }

            bytes.CopyTo(Bytes.AsSpan(offset));
            _unsynced = [.. _unsynced, (offset, bytes.ToArray())];
        }

        public void Sync() => (_durable, _unsynced) = ([.. Bytes], []);

        // A refused sync: the kernel marks the pages clean all the same, and the next sync has nothing to do.
        public void LoseUnsynced()
        {
            Bytes = [.. _durable];
            _unsynced = [];
        }

        public void Forget(int torn)
        {
            Bytes = [.. _durable];
            foreach (var (offset, bytes) in _unsynced)
            {
                var kept = Math.Min(torn, bytes.Length);
                torn -= kept;
                if (kept > 0 && offset + kept <= Bytes.Length)
                {
                    bytes.AsSpan(0, kept).CopyTo(Bytes.AsSpan(offset));
                }
            }

            _durable = [.. Bytes];
            _unsynced = [];
        }
    }

    private sealed class Handle(ForgetfulDisk disk, Inode inode) : OpenFile
    {
        public override int Read(long offset, Span<byte> buffer)
        {
            var rest = inode.Bytes.AsSpan((int)Math.Min(offset, inode.Bytes.Length));
            rest = rest[..Math.Min(rest.Length, buffer.Length)];
            rest.CopyTo(buffer);
            return rest.Length;
        }

        public override void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            disk.Step("write");
            inode.Write((int)offset, bytes);
        }

        public override void Sync()
        {
            disk.Syncs++;
            try
            {
                disk.Step("sync");
            }
            catch (IOException)
            {
                inode.LoseUnsynced();
                throw;
            }

            inode.Sync();
        }

        public override void Dispose()
        {
        }
    }
}
