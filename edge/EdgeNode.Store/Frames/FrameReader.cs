using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Reads one frame after another from an open segment, through a window that grows with the largest frame.</summary>
internal sealed class FrameReader(OpenFile file, string path, long offset)
{
    private byte[] _window = new byte[32 * 1024];
    private long _start = offset;
    private int _at;
    private int _count;

    /// <summary>The next frame; its record is read with <see cref="Line"/> before the next call.</summary>
    /// <exception cref="JournalDamagedException">There is none, or it is damaged.</exception>
    public Frame Next()
    {
        Need(Frame.Overhead);
        var claimed = Frame.ClaimedLength(_window.AsSpan(_at.._count));
        if (claimed is >= Frame.Overhead and <= int.MaxValue / 2)
        {
            Need((int)claimed);
        }

        if (Frame.TryRead(_window.AsSpan(0, _count), _at) is not { } frame)
        {
            throw new JournalDamagedException(
                $"{path}, byte {_start + _at}: no whole record is there, though it was written. Restart the node: it sets the file aside and keeps what is whole.");
        }

        _at = frame.End;
        return frame;
    }

    /// <summary>The record in the last frame, in its canonical bytes.</summary>
    public JournalLine Line(Frame frame)
    {
        var line = frame.Public(_window).ToArray();
        return new(frame.Sequence, line, frame.Personal(_window).ToArray(), JournalCodec.HashOf(line));
    }

    private void Need(int length)
    {
        if (_count - _at >= length)
        {
            return;
        }

        var rest = _window.AsSpan(_at.._count);
        var next = length > _window.Length ? new byte[length] : _window;
        rest.CopyTo(next);
        (_start, _count, _at, _window) = (_start + _at, rest.Length, 0, next);
        while (_count < length && file.Read(_start + _count, _window.AsSpan(_count)) is var read and > 0)
        {
            _count += read;
        }
    }
}
