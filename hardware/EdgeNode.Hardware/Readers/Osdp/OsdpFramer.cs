using System.Runtime.InteropServices;

namespace EdgeNode.Hardware;

/// <summary>
/// Finds messages in a stream of bytes. Whatever is none is skipped byte by byte; a message that stops in its middle is given up
/// after 20 ms (OSDP 2.2, 5.8), and the buffer is bounded.
/// </summary>
internal sealed class OsdpFramer
{
    /// <summary>Longest pause between two bytes of a message.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly List<byte> _buffer = [];
    private TimeSpan _lastByte;

    /// <summary>Messages whose check was wrong.</summary>
    public int Damaged { get; private set; }

    /// <summary>Whether a message has begun and not ended.</summary>
    public bool IsInside => _buffer.Count > 0;

    /// <summary>Takes bytes as they come; returns every whole, right message among them.</summary>
    public IReadOnlyList<OsdpFrame> Feed(ReadOnlySpan<byte> bytes, TimeSpan now)
    {
        List<OsdpFrame> frames = [];
        while (_buffer.Count > 0 && now - _lastByte > LongestPause)
        {
            _buffer.RemoveAt(0);
            Drain(frames);
        }

        _lastByte = now;
        foreach (var value in bytes)
        {
            _buffer.Add(value);
            Drain(frames);
        }

        return frames;
    }

    private void Drain(List<OsdpFrame> frames)
    {
        while (Next() is { Taken: > 0 } step)
        {
            _buffer.RemoveRange(0, step.Taken);
            frames.AddRange(step.Frame is { } frame ? [frame] : []);
        }
    }

    // How many bytes in front are done with; 0 = more are needed.
    private (int Taken, OsdpFrame? Frame) Next()
    {
        var bytes = CollectionsMarshal.AsSpan(_buffer);
        if (bytes.IsEmpty)
        {
            return (0, null);
        }

        if (bytes[0] != OsdpFrame.Start)
        {
            return (1, null);
        }

        if (bytes.Length < 5)
        {
            return (0, null);
        }

        if (OsdpFrame.LengthOf(bytes) is not { } length)
        {
            return (1, null);
        }

        if (bytes.Length < length)
        {
            return (0, null);
        }

        var frame = OsdpFrame.Decode(bytes[..length]);
        Damaged += frame is null ? 1 : 0;
        return (frame is null ? 1 : length, frame);
    }
}
