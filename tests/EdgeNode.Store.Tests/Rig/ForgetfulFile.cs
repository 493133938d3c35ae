namespace EdgeNode.Store.Tests;

/// <summary>The content of one file, as the program sees it and as the disk has it.</summary>
internal sealed class ForgetfulFile
{
    private const int Sector = 512;
    private readonly List<(int Offset, byte[] Bytes)> _unsynced = [];
    private byte[] _durable = [];

    public byte[] Bytes { get; private set; } = [];

    public void Write(int offset, ReadOnlySpan<byte> bytes)
    {
        Bytes = Grown(Bytes, offset + bytes.Length);
        bytes.CopyTo(Bytes.AsSpan(offset));
        _unsynced.Add((offset, bytes.ToArray()));
    }

    public void Sync()
    {
        _durable = [.. Bytes];
        _unsynced.Clear();
    }

    /// <summary>A refused sync: the kernel marks the pages clean all the same, and the next sync has nothing to do.</summary>
    public void LoseUnsynced()
    {
        Bytes = [.. _durable];
        _unsynced.Clear();
    }

    /// <summary>The power went. What was not synced is there sector by sector, as chance has it: old, new, or new with a flipped bit.</summary>
    public void Forget(Random? random)
    {
        Bytes = [.. _durable];
        foreach (var (offset, bytes) in random is null ? [] : _unsynced)
        {
            Tear(offset, bytes, random!);
        }

        _unsynced.Clear();
        _durable = [.. Bytes];
    }

    private void Tear(int offset, byte[] bytes, Random random)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var end = Math.Min(bytes.Length, at + Sector - ((offset + at) % Sector));
            if (random.Next(2) == 0)
            {
                Bytes = Grown(Bytes, offset + end);
                bytes.AsSpan(at, end - at).CopyTo(Bytes.AsSpan(offset + at));
                if (random.Next(10) == 0)
                {
                    Bytes[offset + random.Next(at, end)] ^= (byte)(1 << random.Next(8));
                }
            }

            at = end;
        }
    }

    private static byte[] Grown(byte[] bytes, int length) => bytes.Length >= length ? bytes : [.. bytes, .. new byte[length - bytes.Length]];
}
