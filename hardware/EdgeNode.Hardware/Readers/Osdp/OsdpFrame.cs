using System.Buffers.Binary;

namespace EdgeNode.Hardware;

/// <summary>One message on the bus (OSDP 2.2, table 1), and its bytes. Pure.</summary>
/// <param name="Address">0 to 7E; 7F = everybody.</param>
/// <param name="IsReply">From a reader.</param>
/// <param name="Sequence">0 to 3.</param>
/// <param name="UsesCrc">CRC-16; else checksum.</param>
/// <param name="Security">Type of the security block; null = none.</param>
/// <param name="SecurityContent">What stands in the security block behind its type.</param>
/// <param name="Code">Command or reply.</param>
/// <param name="Content">What follows; encrypted in blocks 17 and 18.</param>
internal sealed record OsdpFrame(
    byte Address, bool IsReply, int Sequence, bool UsesCrc, OsdpSecurity? Security, byte[] SecurityContent, byte Code, byte[] Content)
{
    /// <summary>Longest message (OSDP 2.2, 5.6).</summary>
    public const int Longest = 1440;

    /// <summary>Address that every reader answers to.</summary>
    public const byte Everybody = 0x7F;

    /// <summary>First byte of a message.</summary>
    public const byte Start = 0x53;

    private const int HeaderLength = 5;
    private const int MacLength = 4;

    /// <summary>First four bytes of the MAC; empty outside a secure channel.</summary>
    public byte[] Mac { get; private init; } = [];

    /// <summary>What the MAC covers, as it came.</summary>
    public byte[] Covered { get; private init; } = [];

    /// <summary>Whether it carries a MAC.</summary>
    public bool IsSealed => Security >= OsdpSecurity.SealedCommand;

    /// <summary>A message outside a secure channel.</summary>
    public static OsdpFrame Plain(byte address, bool isReply, int sequence, byte code, byte[] content, bool usesCrc = true) =>
        new(address, isReply, sequence, usesCrc, null, [], code, content);

    /// <summary>Its bytes.</summary>
    /// <param name="mac">Gives the four bytes of the MAC over what it is given; for sealed messages.</param>
    public byte[] Encode(Func<byte[], byte[]>? mac = null)
    {
        var block = Security is { } type ? [(byte)(SecurityContent.Length + 2), (byte)type, .. SecurityContent] : Array.Empty<byte>();
        var length = HeaderLength + block.Length + 1 + Content.Length + (IsSealed ? MacLength : 0) + (UsesCrc ? 2 : 1);
        byte control = (byte)(Sequence | (UsesCrc ? 4 : 0) | (Security is null ? 0 : 8));
        byte[] covered =
            [Start, (byte)(Address | (IsReply ? 0x80 : 0)), (byte)length, (byte)(length >> 8), control, .. block, Code, .. Content];
        byte[] signed = IsSealed && mac is not null ? [.. covered, .. mac(covered)] : covered;
        if (!UsesCrc)
        {
            return [.. signed, OsdpCheck.Sum(signed)];
        }

        var crc = OsdpCheck.Crc(signed);
        return [.. signed, (byte)crc, (byte)(crc >> 8)];
    }

    /// <summary>Length that the first five bytes claim; null where they are no header.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        var shortest = HeaderLength + 1 + ((header[4] & 4) != 0 ? 2 : 1);
        return length >= shortest && length <= Longest ? length : null;
    }

    /// <summary>Reads a whole message; null where check, security block or lengths are wrong.</summary>
    public static OsdpFrame? Decode(ReadOnlySpan<byte> bytes)
    {
        var usesCrc = (bytes[4] & 4) != 0;
        var body = bytes[..^(usesCrc ? 2 : 1)];
        var isRight = usesCrc
            ? OsdpCheck.Crc(body) == BinaryPrimitives.ReadUInt16LittleEndian(bytes[^2..])
            : OsdpCheck.Sum(body) == bytes[^1];
        return isRight ? Split(body, usesCrc) : null;
    }

    private static OsdpFrame? Split(ReadOnlySpan<byte> body, bool usesCrc)
    {
        var rest = body[HeaderLength..];
        OsdpSecurity? security = null;
        byte[] block = [];
        if ((body[4] & 8) != 0)
        {
            if (rest.Length < 3 || rest[0] < 2 || rest[0] >= rest.Length || rest[1] is < 0x11 or > 0x18)
            {
                return null;
            }

            security = (OsdpSecurity)rest[1];
            block = rest[2..rest[0]].ToArray();
            rest = rest[rest[0]..];
        }

        var mac = security >= OsdpSecurity.SealedCommand ? MacLength : 0;
        if (rest.Length < 1 + mac)
        {
            return null;
        }

        return new((byte)(body[1] & 0x7F), (body[1] & 0x80) != 0, body[4] & 3, usesCrc, security, block, rest[0], rest[1..^mac].ToArray())
        {
            Mac = rest[^mac..].ToArray(),
            Covered = body[..^mac].ToArray(),
        };
    }
}
