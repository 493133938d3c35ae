using System.Buffers;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>A segment written anew without the details of some records. The lines that the chain covers stay as they are, byte by byte.</summary>
internal static class SegmentErasing
{
    /// <summary>The new content and how many records lost their details; null where none did.</summary>
    /// <param name="scan">The segment.</param>
    /// <param name="which">Whether the details of a record go.</param>
    /// <param name="durable">What stands behind this sequence was never confirmed and is left to the next write.</param>
    public static (byte[] Bytes, long Count)? Of(SegmentScan scan, Func<JournalEntry, bool> which, long durable)
    {
        var frames = new ArrayBufferWriter<byte>();
        long count = 0;
        foreach (var frame in scan.Frames.Where(frame => frame.Sequence <= durable))
        {
            if (IsChosen(scan, frame, which))
            {
                Frame.Write(frames, frame.Kind, frame.Synced, frame.Sequence, frame.Public(scan.Bytes), []);
                count++;
            }
            else
            {
                frames.Write(scan.Bytes.AsSpan(frame.Offset, frame.Length));
            }
        }

        if (count == 0)
        {
            return null;
        }

        var bytes = new byte[scan.Bytes.Length];
        scan.Bytes.AsSpan(0, SegmentHeader.Length).CopyTo(bytes);
        frames.WrittenSpan.CopyTo(bytes.AsSpan(SegmentHeader.Length));
        return (bytes, count);
    }

    private static bool IsChosen(SegmentScan scan, Frame frame, Func<JournalEntry, bool> which) =>
        frame.Kind == FrameKind.Record
        && !frame.Personal(scan.Bytes).IsEmpty
        && which(JournalCodec.Decode(frame.Public(scan.Bytes), frame.Personal(scan.Bytes)).Entry);
}
