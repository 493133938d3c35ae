namespace EdgeNode.Contracts;

/// <summary>
/// The difference between two letters: what is copied from the old one, and what stands between. Letters are lists of rows in a fixed order, so
/// the old one is looked up by its rows, which end with a brace. Written as runs of (length to copy, where from, length to insert, bytes), each
/// number in 7-bit groups, low ones first.
/// </summary>
public static class PolicyDiffing
{
    // Shorter rows stand everywhere, and are not worth a run.
    private const int ShortestRow = 16;

    /// <summary>The difference that makes a letter out of an older one.</summary>
    public static byte[] Write(ReadOnlySpan<byte> old, ReadOnlySpan<byte> letter)
    {
        var rows = Rows(old);
        using var delta = new MemoryStream();
        using var writer = new BinaryWriter(delta);
        var (pending, at) = (0, 0);
        while (at < letter.Length)
        {
            var row = RowAt(letter, at);
            if (row >= ShortestRow && rows.TryGetValue(Key(letter.Slice(at, row)), out var from)
                && old[from..].CommonPrefixLength(letter[at..]) is >= ShortestRow and var same)
            {
                Insert(letter[pending..at]);
                writer.Write7BitEncodedInt(same);
                writer.Write7BitEncodedInt(from);
                at = pending = at + same;
            }
            else
            {
                at += row;
            }
        }

        Insert(letter[pending..]);
        return delta.ToArray();

        void Insert(ReadOnlySpan<byte> bytes)
        {
            writer.Write7BitEncodedInt(bytes.Length);
            writer.Write(bytes);
        }
    }

    /// <summary>The letter that a difference makes out of an older one.</summary>
    /// <param name="old">The older letter.</param>
    /// <param name="delta">The difference.</param>
    /// <param name="size">Length that the letter must have.</param>
    /// <exception cref="LetterException">The difference is damaged, or stands on another letter.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> old, byte[] delta, int size)
    {
        var letter = new byte[size];
        try
        {
            using var runs = new MemoryStream(delta, writable: false);
            using var reader = new BinaryReader(runs);
            var left = Inserted(reader, letter);
            while (runs.Position < runs.Length)
            {
                var same = reader.Read7BitEncodedInt();
                old.Slice(reader.Read7BitEncodedInt(), same).CopyTo(left);
                left = Inserted(reader, left[same..]);
            }

            return left.IsEmpty ? letter : throw new FormatException($"{left.Length} bytes are missing.");
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new LetterException("The difference between two policies is damaged, or stands on another one. The whole policy is asked for.", error);
        }
    }

    private static Span<byte> Inserted(BinaryReader reader, Span<byte> left)
    {
        var length = reader.Read7BitEncodedInt();
        reader.BaseStream.ReadExactly(left[..length]);
        return left[length..];
    }

    private static Dictionary<int, int> Rows(ReadOnlySpan<byte> letter)
    {
        var rows = new Dictionary<int, int>();
        for (int at = 0, row; at < letter.Length; at += row)
        {
            row = RowAt(letter, at);
            if (row >= ShortestRow)
            {
                rows.TryAdd(Key(letter.Slice(at, row)), at);
            }
        }

        return rows;
    }

    private static int RowAt(ReadOnlySpan<byte> letter, int at) => letter[at..].IndexOf((byte)'}') is >= 0 and var end ? end + 1 : letter.Length - at;

    // Rows that look alike by it are compared before one is copied.
    private static int Key(ReadOnlySpan<byte> row)
    {
        var key = default(HashCode);
        key.AddBytes(row);
        return key.ToHashCode();
    }
}
