using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Walks through the frames of one segment in memory. Where no whole frame is, it looks for the next one.</summary>
internal static class FrameWalk
{
    /// <summary>Every whole record frame, with the number of bytes skipped before it.</summary>
    public static IEnumerable<(Frame Frame, int Skipped)> Records(byte[] segment)
    {
        var at = SegmentHeader.Length;
        var end = at;
        while (Next(segment, ref at) is { } frame)
        {
            yield return (frame, frame.Offset - end);
            end = at = frame.End;
        }
    }

    /// <summary>First byte behind the last whole frame.</summary>
    public static int End(byte[] segment) => Records(segment).Aggregate(SegmentHeader.Length, (_, found) => found.Frame.End);

    /// <summary>The record in a frame.</summary>
    public static JournalLine Line(byte[] segment, Frame frame)
    {
        var line = frame.Public(segment).ToArray();
        return new(line, frame.Personal(segment).ToArray(), JournalCodec.HashOf(line));
    }

    private static Frame? Next(byte[] segment, ref int at)
    {
        // Preallocated space is zero; a length of zero begins no frame, so the search is quick there.
        for (; at + Frame.Overhead <= segment.Length; at++)
        {
            if (segment[at] == 0 && segment.AsSpan(at).IndexOfAnyExcept((byte)0) is var zeros)
            {
                if (zeros < 0)
                {
                    return null;
                }

                // A frame's length may begin with up to three zero bytes of its own.
                at += Math.Max(0, zeros - 3);
            }

            if (at + Frame.Overhead <= segment.Length && Frame.TryRead(segment, at) is { Kind: FrameKind.Record } frame)
            {
                return frame;
            }
        }

        return null;
    }
}
