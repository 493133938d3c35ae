using System.Buffers.Binary;
using System.Text;

namespace EdgeNode.Store;

/// <summary>The first 128 bytes of a segment file, little-endian: magic, size, first sequence, head before it, epoch, CRC-32C.</summary>
/// <param name="Size">Preallocated size of the file: a shorter file was truncated.</param>
/// <param name="First">Sequence of its first record.</param>
/// <param name="Previous">Chain head before that record, lower-case hex.</param>
/// <param name="Epoch">The journal's epoch, at most 64 bytes of UTF-8.</param>
internal sealed record SegmentHeader(long Size, long First, string Previous, string Epoch)
{
    /// <summary>Bytes before the first frame.</summary>
    public const int Length = 128;

    /// <summary>Longest epoch in bytes.</summary>
    public const int EpochLength = 64;

    private const int ChecksumAt = Length - 4;

    private static ReadOnlySpan<byte> Magic => "EDGENJ01"u8;

    /// <summary>Reads a header; null when it is not whole.</summary>
    public static SegmentHeader? TryRead(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Length && bytes.StartsWith(Magic)
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) == Crc32C.Of(bytes[..ChecksumAt])
            ? new(
                BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
                Convert.ToHexStringLower(bytes[24..56]),
                Encoding.UTF8.GetString(bytes.Slice(56, EpochLength).TrimEnd((byte)0)))
            : null;

    /// <summary>Writes the header to the start of a segment.</summary>
    public void Write(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Size);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], First);
        Convert.FromHexString(Previous).CopyTo(bytes[24..]);
        Encoding.UTF8.GetBytes(Epoch, bytes.Slice(56, EpochLength));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumAt..], Crc32C.Of(bytes[..ChecksumAt]));
    }
}
