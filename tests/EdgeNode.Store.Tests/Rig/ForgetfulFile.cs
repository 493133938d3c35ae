namespace EdgeNode.Store.Tests;

/// <summary>The content of one file as the program sees it, and how to get back to what the disk has.</summary>
internal sealed class ForgetfulFile
{
    private const int Sector = 512;

    // What was written since the last sync: where, what, and what stood there before.
    private readonly List<(int Offset, byte[] Bytes, byte[] Before, int LengthBefore)> _unsynced = [];
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Write(int offset, ReadOnlySpan<byte> bytes)
    {
        var before = offset < Length ? _bytes[offset..Math.Min(Length, offset + bytes.Length)] : [];
        _unsynced.Add((offset, bytes.ToArray(), before, Length));
        Put(offset, bytes);
    }

    public void Sync() => _unsynced.Clear();

    /// <summary>A refused sync: the kernel marks the pages clean all the same, and the next sync has nothing to do.</summary>
    public void LoseUnsynced()
    {
        foreach (var (offset, bytes, before, length) in Enumerable.Reverse(_unsynced))
        {
            _bytes.AsSpan(offset, bytes.Length).Clear();
            before.CopyTo(_bytes, offset);
            Length = length;
        }

        _unsynced.Clear();
    }

    /// <summary>The power went. What was not synced is there sector by sector, as chance has it: old, new, or new with a flipped bit.</summary>
    public void Forget(Random? random)
    {
        var unsynced = _unsynced.ToArray();
        LoseUnsynced();
        foreach (var (offset, bytes, _, _) in random is null ? [] : unsynced)
        {
            Tear(offset, bytes, random!);
        }
    }

    private void Tear(int offset, byte[] bytes, Random random)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var end = Math.Min(bytes.Length, at + Sector - ((offset + at) % Sector));
            if (random.Next(2) == 0)
            {
                Put(offset + at, bytes.AsSpan(at, end - at));
                if (random.Next(10) == 0)
                {
                    _bytes[offset + random.Next(at, end)] ^= (byte)(1 << random.Next(8));
                }
            }

            at = end;
        }
    }

    private void Put(int offset, ReadOnlySpan<byte> bytes)
    {
        Length = Math.Max(Length, offset + bytes.Length);
        if (_bytes.Length < Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length, _bytes.Length * 2));
        }

        bytes.CopyTo(_bytes.AsSpan(offset));
    }
}
