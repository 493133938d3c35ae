namespace EdgeNode.Hardware;

/// <summary>
/// The block protocol of ISO/IEC 14443-4 from the reader's side, for chips that leave it to their driver: numbers alternate, long
/// commands and replies go in parts, a card may ask for more time, and what got lost is asked for again twice.
/// </summary>
/// <param name="send">Sends bytes with their CRC and gives the answer without its CRC; null where none came, or a wrong one.</param>
internal sealed class Iso14443Link(Func<byte[], byte[]?> send)
{
    // A frame of 64 bytes (FSDI 5) fits into every chip's buffer.
    private const byte FrameSizeCode = 0x50;
    private const int Tries = 3;
    private const int MostBlocks = 1_024;
    private const byte Selecting = 0xE0;
    private const byte Information = 0x02;
    private const byte Acknowledge = 0xA2;
    private const byte AskAgain = 0xB2;
    private const byte MoreTime = 0xF2;
    private const byte Chained = 0x10;
    private static readonly int[] FrameSizes = [16, 24, 32, 40, 48, 64, 96, 128, 256];
    private byte _number;
    private int _room = FrameSizes[2];

    /// <summary>Begins the protocol (RATS, ISO/IEC 14443-4, 5.1).</summary>
    /// <exception cref="NfcCardLostException">The card has none, or is gone.</exception>
    public void Begin()
    {
        if (send([Selecting, FrameSizeCode]) is not { Length: > 0 } answer || answer[0] != answer.Length)
        {
            throw new NfcCardLostException("The card does not begin the protocol of ISO 14443-4: it was taken away, or has none.");
        }

        _number = 0;
        // Block header and CRC take three bytes of a frame, and no chip takes more than 64.
        _room = Math.Min(64, answer.Length > 1 ? FrameSizes[Math.Min(answer[1] & 0x0F, FrameSizes.Length - 1)] : FrameSizes[2]) - 3;
    }

    /// <summary>One command and its reply.</summary>
    /// <exception cref="NfcCardLostException">The card is gone, or answers wrongly.</exception>
    public byte[] Exchange(ReadOnlySpan<byte> command)
    {
        var rest = command;
        while (rest.Length > _room)
        {
            var part = Block(Information | Chained, rest[.._room]);
            if ((part[0] & 0xF6) != Acknowledge)
            {
                throw Wrong();
            }

            rest = rest[_room..];
        }

        return Collect(Block(Information, rest));
    }

    private byte[] Collect(byte[] answer)
    {
        var reply = new List<byte>();
        for (var blocks = 0; blocks < MostBlocks; blocks++)
        {
            if ((answer[0] & 0xE2) != Information)
            {
                throw Wrong();
            }

            reply.AddRange(answer[1..]);
            if ((answer[0] & Chained) == 0)
            {
                return [.. reply];
            }

            answer = Block(Acknowledge, []);
        }

        throw Wrong();
    }

    // The block under the present number; its answer carries the same one, and then it alternates.
    private byte[] Block(int kind, ReadOnlySpan<byte> content)
    {
        byte[] sent = [(byte)(kind | _number), .. content];
        for (var tries = 0; tries < Tries; tries++)
        {
            var answer = WithTime(send(sent));
            if (answer is { Length: > 0 } && (answer[0] & 0x01) == _number)
            {
                _number ^= 1;
                return answer;
            }

            sent = tries == 0 && (kind & 0xE2) == Information ? sent : [(byte)(AskAgain | _number)];
        }

        throw new NfcCardLostException("The card does not answer any more; it was taken away too soon.");
    }

    private byte[]? WithTime(byte[]? answer)
    {
        for (var asked = 0; asked < MostBlocks && answer is [MoreTime, var multiplier, ..]; asked++)
        {
            answer = send([MoreTime, (byte)(multiplier & 0x3F)]);
        }

        return answer;
    }

    private static NfcCardLostException Wrong() => new("The card answers otherwise than ISO 14443-4 says; hold it again, or try another card.");
}
