using System.Buffers;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Writes records behind the last durable one. What failed is written again to the same place, because a failed sync may have forgotten it.</summary>
internal sealed class SegmentWriter(SegmentFiles segments, int segmentBytes, string epoch) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private string? _path;
    private OpenFile? _file;
    private int _end;
    private int _size;
    private bool _markDue;

    /// <summary>Whether the disk has confirmed what was found at the opening.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <summary>Whether it writes to this file.</summary>
    public bool IsAt(string path) => path == _path;

    /// <summary>Goes on in a segment that exists; what was read from it is durable once <see cref="Settle"/> has returned.</summary>
    public void Continue(SegmentScan scan)
    {
        Dispose();
        (_path, _end, _size) = (scan.Path, scan.End, scan.Bytes.Length);
        _markDue = scan.Frames is [.., { Kind: FrameKind.Record }];
        IsSettled = false;
    }

    /// <summary>Has the disk confirm what was found at the opening; before that nothing is written.</summary>
    /// <exception cref="IOException">The disk did not; it is asked again at the next write.</exception>
    public void Settle()
    {
        if (!IsSettled)
        {
            segments.Settle();
            segments.Sync(_path!);
            IsSettled = true;
        }
    }

    /// <summary>Writes as many records as fit into one segment and returns once the disk has confirmed them.</summary>
    /// <returns>How many, at least one.</returns>
    /// <exception cref="IOException">The disk did not take them; nothing counts as written.</exception>
    public int Write(IReadOnlyList<JournalLine> records, long durable, string head)
    {
        Settle();
        if (Fill(records, durable) == 0)
        {
            Begin(records[0], head);
        }

        var count = Fill(records, durable);
        Commit();
        _markDue = true;
        return count;
    }

    /// <summary>At a clean end: says that the last record was synced, so that damage to it can be told from an interrupted write.</summary>
    public void Mark(long durable, string head)
    {
        Settle();
        _buffer.ResetWrittenCount();
        SegmentMending.Mark(_buffer, durable, head);
        if (_markDue && Fits(_buffer.WrittenCount))
        {
            Commit();
            _markDue = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private static int Length(JournalLine record) => Frame.Overhead + record.Public.Length + record.Personal.Length;

    private OpenFile File() => _file ??= segments.Open(_path!);

    private bool Fits(int length) => _path is not null && _end + length <= _size;

    private int Fill(IReadOnlyList<JournalLine> records, long durable)
    {
        _buffer.ResetWrittenCount();
        var count = 0;
        while (count < records.Count && Fits(_buffer.WrittenCount + Length(records[count])))
        {
            var record = records[count++];
            Frame.Write(_buffer, FrameKind.Record, durable, record.Sequence, record.Public, record.Personal);
        }

        return count;
    }

    private void Begin(JournalLine first, string previous)
    {
        Dispose();
        var size = Math.Max(segmentBytes, SegmentHeader.Length + Length(first));
        (_path, _end, _size) = (segments.Begin(new(size, first.Sequence, previous, epoch)), SegmentHeader.Length, size);
    }

    private void Commit()
    {
        try
        {
            File().Write(_end, _buffer.WrittenSpan);
            File().Sync();
            _end += _buffer.WrittenCount;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw;
        }
    }
}
