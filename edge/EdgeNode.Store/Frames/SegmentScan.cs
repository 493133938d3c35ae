using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>One segment in memory: its header, its whole frames, and the wounds between them.</summary>
/// <param name="Path">The file.</param>
/// <param name="First">Sequence of its first record, by its name.</param>
/// <param name="Header">Its header; null when that is not whole.</param>
/// <param name="Frames">Whole frames in order.</param>
/// <param name="Wounds">What is no frame, in order.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Unreadable">How many bytes the disk did not give back.</param>
internal sealed record SegmentScan(
    string Path, long First, SegmentHeader? Header, IReadOnlyList<Frame> Frames, IReadOnlyList<Wound> Wounds, byte[] Bytes, int Unreadable)
{
    /// <summary>First byte behind the last whole frame.</summary>
    public int End => Frames.Count > 0 ? Frames[^1].End : SegmentHeader.Length;

    /// <summary>Last sequence that it knows of.</summary>
    public long Last => Frames.Count > 0 ? Frames[^1].Sequence : First - 1;

    /// <summary>Last sequence that is known to have been synced: each frame says how far that was when it was written.</summary>
    public long Synced => Frames.Select(frame => frame.Synced).Append(First - 1).Max();

    /// <summary>Its records in their canonical bytes.</summary>
    public IEnumerable<JournalLine> Records => Frames.Where(frame => frame.Kind == FrameKind.Record).Select(Line);

    /// <summary>Whether bytes are missing at its end: a preallocated file never is shorter by itself.</summary>
    public bool IsTruncated => Bytes.Length < (Header?.Size ?? SegmentHeader.Length);

    /// <summary>Looks at every byte of a segment.</summary>
    public static SegmentScan Of(string path, long first, byte[] bytes, int unreadable = 0)
    {
        var frames = new List<Frame>();
        var wounds = new List<Wound>();
        for (var at = SegmentHeader.Length; at < bytes.Length;)
        {
            if (Frame.TryRead(bytes, at) is { } frame)
            {
                frames.Add(frame);
                at = frame.End;
                continue;
            }

            var next = Find(bytes, at + 1);
            var length = next is null ? bytes.AsSpan(at).TrimEnd((byte)0).Length : next.Value - at;
            if (length > 0)
            {
                wounds.Add(new(at, length, frames.Count));
            }

            at = next ?? bytes.Length;
        }

        return new(path, first, SegmentHeader.TryRead(bytes), frames, wounds, bytes, unreadable);
    }

    /// <summary>
    /// The wound at which a write was interrupted: no whole frame behind it was written after a sync of what it held, so nothing
    /// from there on was ever confirmed. Null where there is none, or the file was damaged otherwise.
    /// </summary>
    public Wound? FindTear()
    {
        foreach (var wound in IsTruncated || Unreadable > 0 ? [] : Wounds)
        {
            var before = Before(wound);
            if (!Frames.Skip(wound.Frames).Any(frame => frame.Synced > before))
            {
                return wound;
            }
        }

        return null;
    }

    /// <summary>The same segment without anything from a wound on.</summary>
    public SegmentScan CutAt(Wound tear)
    {
        Bytes.AsSpan(tear.Offset).Clear();
        return this with
        {
            Frames = [.. Frames.Take(tear.Frames)],
            Wounds = [.. Wounds.TakeWhile(wound => wound.Offset < tear.Offset)],
        };
    }

    /// <summary>The same segment as far as a sequence.</summary>
    public SegmentScan Through(long sequence) => this with
    {
        Frames = [.. Frames.TakeWhile(frame => frame.Sequence <= sequence)],
        Wounds = [.. Wounds.TakeWhile(wound => Before(wound) < sequence)],
    };

    /// <summary>Sequence of the last whole frame before a wound.</summary>
    public long Before(Wound wound) => wound.Frames > 0 ? Frames[wound.Frames - 1].Sequence : First - 1;

    private JournalLine Line(Frame frame)
    {
        var line = frame.Public(Bytes).ToArray();
        return new(frame.Sequence, line, frame.Personal(Bytes).ToArray(), JournalCodec.HashOf(line));
    }

    private static int? Find(byte[] bytes, int at)
    {
        for (; at + Frame.Overhead <= bytes.Length; at++)
        {
            if (bytes[at] == 0)
            {
                var zeros = bytes.AsSpan(at).IndexOfAnyExcept((byte)0);
                if (zeros < 0)
                {
                    return null;
                }

                // The length of a frame may itself begin with a zero byte, but not with four.
                at += Math.Max(0, zeros - 3);
            }

            if (Frame.TryRead(bytes, at) is not null)
            {
                return at;
            }
        }

        return null;
    }
}
