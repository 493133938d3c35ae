using System.Device.Spi;

namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// An MFRC522 as its data sheet describes it, as far as its registers are used: FIFO, transceive, timer, errors. What it sends reaches the
/// cards in its field bit by bit as ISO/IEC 14443-3 says.
/// </summary>
public sealed class VirtualMfrc522 : SpiDevice
{
    private const byte Command = 0x01;
    private const byte ComIrq = 0x04;
    private const byte Error = 0x06;
    private const byte FifoData = 0x09;
    private const byte FifoLevel = 0x0A;
    private const byte BitFraming = 0x0D;
    private const byte TxControl = 0x14;
    private const byte Version = 0x37;
    private readonly Lock _lock = new();
    private readonly byte[] _registers = new byte[64];
    private readonly List<byte> _fifo = [];
    private readonly List<VirtualNfcCard> _cards = [];
    private VirtualNfcCard? _selected;

    /// <summary>A chip that was just switched on.</summary>
    public VirtualMfrc522() => LosePower();

    /// <summary>What is wrong with it.</summary>
    public NfcFault Fault { get; set; }

    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0);

    /// <summary>Puts cards into its field in place of others.</summary>
    public void Lay(params VirtualNfcCard[] cards)
    {
        lock (_lock)
        {
            _cards.Clear();
            _cards.AddRange(cards);
            _selected = null;
            _cards.ForEach(card => card.Asleep = false);
        }
    }

    /// <summary>It loses its supply for a moment, and with it its settings.</summary>
    public void LosePower()
    {
        lock (_lock)
        {
            Array.Clear(_registers);
            _registers[TxControl] = 0x80;
            _registers[Version] = 0x92;
            _fifo.Clear();
            _selected = null;
        }
    }

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => TransferFullDuplex(new byte[buffer.Length], buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => TransferFullDuplex(buffer, new byte[buffer.Length]);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        lock (_lock)
        {
            readBuffer.Fill(Fault == NfcFault.Silent ? (byte)0xFF : (byte)0x00);
            if (Fault == NfcFault.Silent)
            {
                return;
            }

            var register = (byte)((writeBuffer[0] >> 1) & 0x3F);
            for (var at = 1; at < writeBuffer.Length; at++)
            {
                if ((writeBuffer[0] & 0x80) == 0)
                {
                    Set(register, writeBuffer[at]);
                    continue;
                }

                readBuffer[at] = Get(register);
                register = (byte)((writeBuffer[at] >> 1) & 0x3F);
            }
        }
    }

    private byte Get(byte register)
    {
        if (register == FifoLevel)
        {
            return (byte)_fifo.Count;
        }

        if (register != FifoData || _fifo.Count == 0)
        {
            return _registers[register];
        }

        var value = _fifo[0];
        _fifo.RemoveAt(0);
        return value;
    }

    private void Set(byte register, byte value)
    {
        switch (register)
        {
            case FifoData:
                _fifo.Add(value);
                break;
            case FifoLevel when (value & 0x80) != 0:
                _fifo.Clear();
                break;
            case ComIrq:
                _registers[ComIrq] = (value & 0x80) != 0 ? (byte)(_registers[ComIrq] | value) : (byte)(_registers[ComIrq] & ~value);
                break;
            case Command when value == 0x0F:
                LosePower();
                break;
            default:
                _registers[register] = value;
                break;
        }

        if (register == BitFraming && (value & 0x80) != 0 && _registers[Command] == 0x0C)
        {
            Transceive(value & 0x07);
        }
    }

    private void Transceive(int lastBits)
    {
        byte[] sent = [.. _fifo];
        _fifo.Clear();
        var answers = (_registers[TxControl] & 0x03) == 0x03 ? _cards.Select(card => Answer(card, sent, lastBits)).OfType<byte[]>().ToList() : [];
        _registers[Error] = (byte)(answers.Distinct(ByteComparison.Instance).Count() > 1 ? 0x08 : 0x00);
        if (answers.Count == 0)
        {
            // The timer ends the wait.
            _registers[ComIrq] |= 0x01;
            return;
        }

        var answer = answers[0].ToArray();
        if (Fault == NfcFault.FlippedBit)
        {
            answer[^1] ^= 0x01;
        }

        _fifo.AddRange(Fault == NfcFault.HalfAnswer ? answer[..(answer.Length / 2)] : answer);
        _registers[ComIrq] |= 0x20;
    }

    private byte[]? Answer(VirtualNfcCard card, byte[] sent, int lastBits)
    {
        switch (sent)
        {
            case [0x52] when lastBits == 7:
            case [0x26] when lastBits == 7 && !card.Asleep:
                _selected = null;
                card.Asleep = false;
                return [0x44, 0x00];
            case [0x50, 0x00, ..]:
                card.Asleep = true;
                _selected = null;
                return null;
            case [var level and (0x93 or 0x95 or 0x97), 0x20] when !card.Asleep:
                return Part(card, level);
            case [var level and (0x93 or 0x95 or 0x97), 0x70, ..] when !card.Asleep && Iso14443.WithoutCrc(sent) is [_, _, .. var part] && part.SequenceEqual(Part(card, level)):
                return Select(card, level);
            default:
                return card == _selected && card.HasProtocol && Iso14443.WithoutCrc(sent) is { } block && card.Block(block) is { } answer ? Iso14443.WithCrc(answer) : null;
        }
    }

    private byte[] Select(VirtualNfcCard card, byte level)
    {
        var isLast = (level - 0x93) / 2 == (card.Uid.Length - 4) / 3;
        _selected = isLast ? card : null;
        return Iso14443.WithCrc([(byte)(isLast ? card.HasProtocol ? 0x20 : 0x08 : 0x04)]);
    }

    // Four bytes of a cascade level and their check byte.
    private static byte[] Part(VirtualNfcCard card, byte level)
    {
        var index = (level - 0x93) / 2;
        var left = card.Uid.AsSpan(index * 3);
        byte[] part = left.Length > 4 ? [Iso14443.CascadeTag, .. left[..3]] : [.. left];
        return [.. part, (byte)(part[0] ^ part[1] ^ part[2] ^ part[3])];
    }

    private sealed class ByteComparison : IEqualityComparer<byte[]>
    {
        public static readonly ByteComparison Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }
}
