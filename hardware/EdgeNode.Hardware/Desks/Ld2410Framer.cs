using System.Buffers.Binary;

namespace EdgeNode.Hardware;

/// <summary>
/// Finds report frames of an HLK-LD2410 in a stream of bytes: F4 F3 F2 F1, length (little-endian), body, F8 F7 F6 F5. Whatever is
/// no frame is skipped byte by byte; the buffer is bounded.
/// </summary>
public sealed class Ld2410Framer
{
    private const int Longest = 64;
    private static readonly byte[] Header = [0xF4, 0xF3, 0xF2, 0xF1];
    private static readonly byte[] Tail = [0xF8, 0xF7, 0xF6, 0xF5];
    private readonly List<byte> _buffer = [];

    /// <summary>Takes bytes as they come; returns every whole report among them.</summary>
    public IReadOnlyList<RadarReport> Feed(ReadOnlySpan<byte> bytes)
    {
        List<RadarReport> reports = [];
        foreach (var value in bytes)
        {
            _buffer.Add(value);
            while (Next() is { Taken: > 0 } step)
            {
                _buffer.RemoveRange(0, step.Taken);
                reports.AddRange(step.Report is { } report ? [report] : []);
            }
        }

        return reports;
    }

    // How many bytes in front are done with; 0 = more are needed.
    private (int Taken, RadarReport? Report) Next()
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_buffer);
        var known = Math.Min(bytes.Length, Header.Length);
        if (!bytes[..known].SequenceEqual(Header.AsSpan(0, known)))
        {
            return (1, null);
        }

        if (bytes.Length < 6)
        {
            return (0, null);
        }

        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        var whole = 6 + length + Tail.Length;
        return length is 0 or > Longest ? (1, null)
            : bytes.Length < whole ? (0, null)
            : bytes[(6 + length)..whole].SequenceEqual(Tail) ? (whole, Read(bytes.Slice(6, length)))
            : (1, null);
    }

    // Type 02 = basic, 01 = engineering; both begin AA, state, moving distance and energy, still distance and energy.
    private static RadarReport? Read(ReadOnlySpan<byte> body) =>
        body.Length >= 13 && body[0] is 0x01 or 0x02 && body[1] == 0xAA && body[2] <= 3 && body[^2] == 0x55
            ? new((body[2] & 1) != 0, BinaryPrimitives.ReadUInt16LittleEndian(body[3..]), (body[2] & 2) != 0, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]))
            : null;
}
