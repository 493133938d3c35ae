using System.Buffers;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Writes records behind the last durable one. A batch that failed is written again to the same place.</summary>
internal sealed class SegmentWriter(SegmentFiles segments, int segmentBytes, string epoch) : IDisposable
{
    private OpenFile? _file;
    private int _end;
    private int _size;

    /// <summary>Goes on in a segment that exists.</summary>
    public void Continue(string path, int end, int size) => (_file, _end, _size) = (segments.Open(path), end, size);

    /// <summary>Writes records and returns once the disk has confirmed them.</summary>
    /// <exception cref="IOException">The disk did not take them; nothing counts as written.</exception>
    public void Write(IReadOnlyList<(long Sequence, JournalLine Line)> records, long durable, string head)
    {
        var done = 0;
        while (done < records.Count)
        {
            var buffer = new ArrayBufferWriter<byte>();
            var first = done;
            while (done < records.Count && Fits(buffer, records[done].Line))
            {
                var (sequence, line) = records[done++];
                Frame.Write(buffer, FrameKind.Record, durable, sequence, line.Public, line.Personal);
            }

            if (done == first)
            {
                Begin(records[done].Sequence, done == 0 ? head : records[done - 1].Line.Hash, Length(records[done].Line));
                continue;
            }

            _file!.Write(_end, buffer.WrittenSpan);
            _file.Sync();
            _end += buffer.WrittenCount;
        }
    }

    public void Dispose() => _file?.Dispose();

    private static int Length(JournalLine line) => Frame.Overhead + line.Public.Length + line.Personal.Length;

    private bool Fits(ArrayBufferWriter<byte> buffer, JournalLine line) =>
        _file is not null && _end + buffer.WrittenCount + Length(line) <= _size;

    private void Begin(long first, string previous, int least)
    {
        var size = Math.Max(segmentBytes, SegmentHeader.Length + least);
        var file = segments.Begin(new(size, first, previous, epoch));
        _file?.Dispose();
        (_file, _end, _size) = (file, SegmentHeader.Length, size);
    }
}
