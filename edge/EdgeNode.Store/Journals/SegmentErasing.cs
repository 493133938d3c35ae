using System.Buffers;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>A segment written anew without the details of some records. The lines that the chain covers stay as they are, byte by byte.</summary>
internal static class SegmentErasing
{
    /// <summary>The new content and why each record lost its details, by sequence; null where none did.</summary>
    /// <param name="scan">The segment.</param>
    /// <param name="due">Why the details of a record go; null = they stay.</param>
    /// <param name="durable">What stands behind this sequence was never confirmed and is left to the next write.</param>
    public static (byte[] Bytes, IReadOnlyDictionary<long, Erasure> Erased)? Of(SegmentScan scan, Func<JournalEntry, Erasure?> due, long durable)
    {
        var frames = new ArrayBufferWriter<byte>();
        var erased = new Dictionary<long, Erasure>();
        foreach (var frame in scan.Frames.Where(frame => frame.Sequence <= durable))
        {
            if (Due(scan, frame, due) is { } why)
            {
                Frame.Write(frames, frame.Kind, frame.Synced, frame.Sequence, frame.Public(scan.Bytes), []);
                erased.Add(frame.Sequence, why);
            }
            else
            {
                frames.Write(scan.Bytes.AsSpan(frame.Offset, frame.Length));
            }
        }

        if (erased.Count == 0)
        {
            return null;
        }

        var bytes = new byte[scan.Bytes.Length];
        scan.Bytes.AsSpan(0, SegmentHeader.Length).CopyTo(bytes);
        frames.WrittenSpan.CopyTo(bytes.AsSpan(SegmentHeader.Length));
        return (bytes, erased);
    }

    private static Erasure? Due(SegmentScan scan, Frame frame, Func<JournalEntry, Erasure?> due) =>
        frame.Kind == FrameKind.Record && !frame.Personal(scan.Bytes).IsEmpty
            ? due(JournalCodec.Decode(frame.Public(scan.Bytes), frame.Personal(scan.Bytes)).Entry)
            : null;
}
