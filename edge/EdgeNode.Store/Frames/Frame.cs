using System.Buffers;
using System.Buffers.Binary;

namespace EdgeNode.Store;

/// <summary>
/// One frame of a segment, little-endian: u32 length of the body, u32 CRC-32C over length and body; body = u8 kind, i64 last
/// sequence known synced when it was written, i64 sequence, i32 length of the public part, public part, personal part.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Synced">Last sequence that was synced when this frame was written.</param>
/// <param name="Sequence">Sequence of the record, or behind which the chain goes on.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Whole length in bytes.</param>
/// <param name="PublicLength">Length of the public part.</param>
internal readonly record struct Frame(FrameKind Kind, long Synced, long Sequence, int Offset, int Length, int PublicLength)
{
    /// <summary>Bytes before the public part.</summary>
    public const int Overhead = 29;

    private const int BodyAt = 8;

    /// <summary>First byte behind it.</summary>
    public int End => Offset + Length;

    /// <summary>The public part within the bytes that it was read from.</summary>
    public ReadOnlySpan<byte> Public(ReadOnlySpan<byte> bytes) => bytes.Slice(Offset + Overhead, PublicLength);

    /// <summary>The personal part within the bytes that it was read from.</summary>
    public ReadOnlySpan<byte> Personal(ReadOnlySpan<byte> bytes) => bytes[(Offset + Overhead + PublicLength)..End];

    /// <summary>Whole length of the frame that begins here, as it claims; less than <see cref="Overhead"/> means there is none.</summary>
    public static long ClaimedLength(ReadOnlySpan<byte> start) =>
        start.Length < BodyAt ? 0 : BodyAt + (long)BinaryPrimitives.ReadUInt32LittleEndian(start);

    /// <summary>Reads the frame at a place; null when no whole frame with the right checksum is there.</summary>
    public static Frame? TryRead(ReadOnlySpan<byte> bytes, int offset)
    {
        var rest = bytes[offset..];
        var length = ClaimedLength(rest);
        if (length < Overhead || length > rest.Length || rest[BodyAt] is < (byte)FrameKind.Record or > (byte)FrameKind.Mark)
        {
            return null;
        }

        var frame = rest[..(int)length];
        var publicLength = BinaryPrimitives.ReadInt32LittleEndian(frame[25..]);
        return publicLength >= 0 && publicLength <= length - Overhead && BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]) == Checksum(frame)
            ? new(
                (FrameKind)frame[BodyAt],
                BinaryPrimitives.ReadInt64LittleEndian(frame[9..]),
                BinaryPrimitives.ReadInt64LittleEndian(frame[17..]),
                offset,
                (int)length,
                publicLength)
            : null;
    }

    /// <summary>Appends a frame to a buffer.</summary>
    public static void Write(
        ArrayBufferWriter<byte> to, FrameKind kind, long synced, long sequence, ReadOnlySpan<byte> publicPart, ReadOnlySpan<byte> personal)
    {
        var length = Overhead + publicPart.Length + personal.Length;
        var frame = to.GetSpan(length)[..length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)(length - BodyAt));
        frame[BodyAt] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(frame[9..], synced);
        BinaryPrimitives.WriteInt64LittleEndian(frame[17..], sequence);
        BinaryPrimitives.WriteInt32LittleEndian(frame[25..], publicPart.Length);
        publicPart.CopyTo(frame[Overhead..]);
        personal.CopyTo(frame[(Overhead + publicPart.Length)..]);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Checksum(frame));
        to.Advance(length);
    }

    private static uint Checksum(ReadOnlySpan<byte> frame) => Crc32C.Of(frame[BodyAt..], Crc32C.Of(frame[..4]));
}
