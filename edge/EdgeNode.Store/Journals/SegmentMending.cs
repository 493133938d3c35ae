using System.Buffers;
using System.Text;
using System.Text.Json;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>A segment written anew from what is whole in it. A hole becomes a mark that says behind which sequence and head the chain goes on.</summary>
internal static class SegmentMending
{
    // A frame with two hashes' worth of text in its public line; every record has more.
    private const int ShortestRecord = Frame.Overhead + 99;

    /// <summary>Whether a segment needs it.</summary>
    public static bool IsDue(SegmentScan scan, SegmentScan? next) =>
        scan.Header is null || scan.IsTruncated || scan.Unreadable > 0 || scan.Wounds.Count > 0 || scan.Last < (next?.First ?? 0) - 1;

    /// <summary>The new content.</summary>
    /// <param name="scan">What was found.</param>
    /// <param name="before">The chain at the end of the segment before.</param>
    /// <param name="epoch">The journal's epoch.</param>
    /// <param name="end">Where the chain goes on behind the segment, if that is known.</param>
    public static byte[] Mend(SegmentScan scan, JournalChain before, string epoch, (long Sequence, string Head)? end)
    {
        var frames = new ArrayBufferWriter<byte>();
        var at = scan.First - 1;
        foreach (var frame in scan.Frames)
        {
            if (frame.Kind == FrameKind.Record && frame.Sequence > at + 1)
            {
                Mark(frames, frame.Sequence - 1, PreviousOf(scan, frame));
            }

            frames.Write(scan.Bytes.AsSpan(frame.Offset, frame.Length));
            at = frame.Sequence;
        }

        if (end is var (sequence, head) && sequence > at)
        {
            Mark(frames, sequence, head);
        }

        var size = Math.Max(scan.Header?.Size ?? scan.Bytes.Length, SegmentHeader.Length + frames.WrittenCount);
        var bytes = new byte[size];
        new SegmentHeader(size, scan.First, HeadBefore(scan) ?? before.Head, epoch).Write(bytes);
        frames.WrittenSpan.CopyTo(bytes.AsSpan(SegmentHeader.Length));
        return bytes;
    }

    /// <summary>The chain head before a segment, by its header or else by its first record; null when neither is there.</summary>
    public static string? HeadBefore(SegmentScan scan) =>
        scan.Header?.Previous
        ?? (scan.Frames is [{ Kind: FrameKind.Record } first, ..] && first.Sequence == scan.First ? PreviousOf(scan, first) : null);

    /// <summary>Where the chain stands before a segment.</summary>
    public static (long Sequence, string Head)? EndBefore(SegmentScan? next) =>
        next is null ? null : (next.First - 1, HeadBefore(next) ?? JournalCodec.Genesis);

    /// <summary>
    /// Where the chain goes on behind a last segment whose end is damaged: behind every record that can have been there, so that no
    /// sequence that was acknowledged is ever given to another record. Null when its end is whole.
    /// </summary>
    public static (long Sequence, string Head)? EndOfDamage(SegmentScan scan, JournalChain before)
    {
        var end = scan.IsTruncated ? scan.Header?.Size ?? scan.Bytes.Length
            : scan.Wounds is [.., var last] && last.Offset >= scan.End ? last.Offset + last.Length : scan.End;
        var atMost = (end - scan.End) / ShortestRecord;
        return atMost > 0 ? (scan.Last + atMost, HeadAtEnd(scan) ?? before.Head) : null;
    }

    /// <summary>Whether a record can be read at all, wherever it stands.</summary>
    public static bool IsReadable(SegmentScan scan, Frame frame)
    {
        try
        {
            JournalCodec.Decode(frame.Public(scan.Bytes), frame.Personal(scan.Bytes));
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            // Named as a problem by the walk along the chain.
            return false;
        }
    }

    /// <summary>Writes a mark.</summary>
    public static void Mark(ArrayBufferWriter<byte> to, long sequence, string head) =>
        Frame.Write(to, FrameKind.Mark, sequence, sequence, Encoding.ASCII.GetBytes(head), []);

    /// <summary>The chain head behind the last frame; null when it is not known.</summary>
    public static string? HeadAtEnd(SegmentScan scan) => scan.Frames is not [.., var last] ? HeadBefore(scan)
        : last.Kind == FrameKind.Mark ? Encoding.ASCII.GetString(last.Public(scan.Bytes))
        : JournalCodec.HashOf(last.Public(scan.Bytes));

    private static string PreviousOf(SegmentScan scan, Frame frame)
    {
        try
        {
            return JournalCodec.Decode(frame.Public(scan.Bytes), []).PreviousHash;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            // The walk along the chain names this record as unreadable; here it only has no head to give.
            return JournalCodec.Genesis;
        }
    }
}
