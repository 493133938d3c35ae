namespace EdgeNode.Hardware.Simulated;

/// <summary>A contactless card of type A (ISO/IEC 14443), in the field of a virtual chip.</summary>
/// <param name="uid">4, 7 or 10 bytes.</param>
/// <param name="answer">Gives the reply to a command over ISO/IEC 14443-4; null = a card that has only its number.</param>
public sealed class VirtualNfcCard(byte[] uid, Func<byte[], byte[]>? answer = null)
{
    private const int BlockSize = 61;
    private readonly List<byte> _command = [];
    private byte[] _reply = [];
    private byte[]? _last;
    private int _number;

    /// <summary>Its number.</summary>
    public byte[] Uid => uid;

    /// <summary>Whether it has the protocol.</summary>
    public bool HasProtocol => answer is not null;

    /// <summary>Whether it sleeps until it is woken (HALT state).</summary>
    public bool Asleep { get; set; }

    /// <summary>How many of its next answers get lost on the air.</summary>
    public int Lost { get; set; }

    /// <summary>How often it asks for more time before its next reply.</summary>
    public int MoreTime { get; set; }

    /// <summary>The reply to a whole command.</summary>
    public byte[] Reply(byte[] command) => answer!(command);

    /// <summary>One block from the reader, without its CRC, and what the card sends back; null = nothing.</summary>
    public byte[]? Block(byte[] block)
    {
        var sent = Answer(block);
        if (sent is not null && Lost > 0)
        {
            Lost--;
            return null;
        }

        return sent;
    }

    private byte[]? Answer(byte[] block)
    {
        switch (block[0])
        {
            case 0xE0:
                _command.Clear();
                // ATS: five bytes, frames of 64 bytes.
                return _last = [0x05, 0x75, 0x80, 0x60, 0x02];
            case 0xF2:
                return Next();
            case var pcb when (pcb & 0xF6) == 0xB2:
                return _last;
            case var pcb when (pcb & 0xF6) == 0xA2:
                _number = pcb & 1;
                return Next();
            case var pcb when (pcb & 0xE2) == 0x02:
                return Information(block);
            default:
                return null;
        }
    }

    private byte[]? Information(byte[] block)
    {
        _number = block[0] & 1;
        _command.AddRange(block[1..]);
        if ((block[0] & 0x10) != 0)
        {
            return _last = [(byte)(0xA2 | _number)];
        }

        _reply = answer!([.. _command]);
        _command.Clear();
        return Next();
    }

    private byte[] Next()
    {
        if (MoreTime > 0)
        {
            MoreTime--;
            return _last = [0xF2, 0x01];
        }

        var part = _reply[..Math.Min(BlockSize, _reply.Length)];
        _reply = _reply[part.Length..];
        return _last = [(byte)(0x02 | _number | (_reply.Length > 0 ? 0x10 : 0)), .. part];
    }
}
