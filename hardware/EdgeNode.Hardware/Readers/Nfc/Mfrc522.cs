using System.Device.Spi;

namespace EdgeNode.Hardware;

/// <summary>
/// NFC chip MFRC522 on SPI, mode 0, at most 10 MHz (NXP data sheet, rev. 3.9). It only carries bits: finding a card and its protocol
/// are the driver's.
/// </summary>
/// <param name="spi">The chip.</param>
public sealed class Mfrc522(SpiDevice spi) : INfcChip
{
    private const byte Idle = 0x00;
    private const byte Transceive = 0x0C;
    private const byte SoftReset = 0x0F;
    private const byte Received = 0x20;
    private const byte TimerEnded = 0x01;
    private const byte StartSending = 0x80;
    private const byte Flush = 0x80;
    private const byte AntennasOn = 0x83;
    private const byte NeverSet = 0x80;
    private const byte WrongFrame = 0x13;
    private const byte Collided = 0x08;
    private const byte PoweredDown = 0x10;
    private const byte WakeUp = 0x52;
    private const byte MoreOfTheUid = 0x04;
    private const byte HasIso14443 = 0x20;
    private const int FifoSize = 64;
    private const int MostLooks = 5_000;
    private static readonly byte[] CascadeLevels = [0x93, 0x95, 0x97];
    private Iso14443Link? _link;
    private byte _selectAnswer;

    /// <inheritdoc/>
    public string Begin()
    {
        Write(Mfrc522Register.Command, SoftReset);
        for (var looks = 0; (Read(Mfrc522Register.Command) & PoweredDown) != 0; looks++)
        {
            if (looks >= MostLooks)
            {
                throw Trouble("stays powered down");
            }
        }

        var version = Read(Mfrc522Register.Version);
        if (version is 0x00 or 0xFF)
        {
            throw Trouble("does not answer");
        }

        // The timer ends a wait for a card after 25 ms: 13.56 MHz / 339, 1,000 ticks.
        Write(Mfrc522Register.TMode, 0x80);
        Write(Mfrc522Register.TPrescaler, 0xA9);
        Write(Mfrc522Register.TReloadHigh, 0x03);
        Write(Mfrc522Register.TReloadLow, 0xE8);
        Write(Mfrc522Register.TxAsk, 0x40);
        Write(Mfrc522Register.Mode, 0x3D);
        Write(Mfrc522Register.RfCfg, 0x60);
        Write(Mfrc522Register.TxControl, AntennasOn);
        return $"MFRC522 version 0x{version:X2}";
    }

    /// <inheritdoc/>
    public byte[]? FindCard()
    {
        if (Read(Mfrc522Register.TxControl) != AntennasOn)
        {
            throw Trouble("does not answer, or has lost its settings, and so its supply for a moment");
        }

        _link = null;
        // A card that lies there was put to sleep after the last look; this wakes it too.
        if (Send([WakeUp], lastBits: 7) is null)
        {
            return null;
        }

        var uid = Select();
        Sleep();
        return uid;
    }

    /// <inheritdoc/>
    public byte[] Exchange(ReadOnlySpan<byte> command)
    {
        if (_link is null)
        {
            if (Send([WakeUp], lastBits: 7) is null)
            {
                throw new NfcCardLostException("The card was taken away too soon.");
            }

            Select();
            if ((_selectAnswer & HasIso14443) == 0)
            {
                throw new NfcCardLostException("The card has no protocol of ISO 14443-4.");
            }

            _link = new(bytes => Send(Iso14443.WithCrc(bytes)) is { } answer ? Iso14443.WithoutCrc(answer) : null);
            _link.Begin();
        }

        try
        {
            return _link.Exchange(command);
        }
        catch (NfcCardLostException)
        {
            _link = null;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => spi.Dispose();

    // The UID comes in parts of four bytes, each selected before the next is asked for (ISO/IEC 14443-3, 6.5).
    private byte[] Select()
    {
        var uid = new List<byte>();
        foreach (var level in CascadeLevels)
        {
            var part = Send([level, 0x20]);
            if (part is null || !Iso14443.IsWholeLevel(part))
            {
                throw new NfcCardLostException("The card's number did not come whole; it was taken away too soon.");
            }

            var select = Send(Iso14443.WithCrc([level, 0x70, .. part])) is { } answer ? Iso14443.WithoutCrc(answer) : null;
            if (select is not [var selected])
            {
                throw new NfcCardLostException("The card did not say that it is selected; it was taken away too soon.");
            }

            _selectAnswer = selected;
            if ((selected & MoreOfTheUid) == 0)
            {
                return [.. uid, .. part[..4]];
            }

            if (part[0] != Iso14443.CascadeTag)
            {
                throw new NfcCardLostException("The card says that its number goes on, but does not mark it so.");
            }

            uid.AddRange(part[1..4]);
        }

        throw new NfcCardLostException("The card's number goes on after ten bytes; there is no such card.");
    }

    // It does not answer.
    private void Sleep() => Send(Iso14443.WithCrc([0x50, 0x00]));

    /// <summary>Sends bits to the card and gives its whole bytes; null when none came in time.</summary>
    private byte[]? Send(ReadOnlySpan<byte> bytes, int lastBits = 0)
    {
        Write(Mfrc522Register.Command, Idle);
        Write(Mfrc522Register.ComIrq, 0x7F);
        Write(Mfrc522Register.FifoLevel, Flush);
        Write(Mfrc522Register.FifoData, bytes);
        Write(Mfrc522Register.BitFraming, (byte)lastBits);
        Write(Mfrc522Register.Command, Transceive);
        Write(Mfrc522Register.BitFraming, (byte)(StartSending | lastBits));
        for (var looks = 0; ; looks++)
        {
            var happened = Read(Mfrc522Register.ComIrq);
            if (looks >= MostLooks || (happened & NeverSet) != 0)
            {
                throw Trouble("neither hears a card nor gives up");
            }

            if ((happened & Received) != 0)
            {
                break;
            }

            if ((happened & TimerEnded) != 0)
            {
                return null;
            }
        }

        return Answer();
    }

    private byte[]? Answer()
    {
        var error = Read(Mfrc522Register.Error);
        if ((error & Collided) != 0)
        {
            throw new NfcCardLostException("Two cards answered at once; hold only one to the reader.");
        }

        var length = Read(Mfrc522Register.FifoLevel);
        if (length > FifoSize)
        {
            throw Trouble($"holds {length} bytes where there is room for {FifoSize}");
        }

        if ((error & WrongFrame) != 0 || length == 0 || (Read(Mfrc522Register.Control) & 0x07) != 0)
        {
            // What is no whole byte is asked for again, or is a card that goes away.
            return null;
        }

        var answer = new byte[length];
        ReadFifo(answer);
        return answer;
    }

    private byte Read(Mfrc522Register register)
    {
        Span<byte> read = stackalloc byte[2];
        Transfer([(byte)(0x80 | ((byte)register << 1)), 0x00], read);
        return read[1];
    }

    private void ReadFifo(Span<byte> to)
    {
        Span<byte> written = stackalloc byte[to.Length + 1];
        written[..^1].Fill(0x80 | ((byte)Mfrc522Register.FifoData << 1));
        written[^1] = 0x00;
        Span<byte> read = stackalloc byte[written.Length];
        Transfer(written, read);
        read[1..].CopyTo(to);
    }

    private void Write(Mfrc522Register register, params ReadOnlySpan<byte> values)
    {
        ReadOnlySpan<byte> written = [(byte)((byte)register << 1), .. values];
        Span<byte> read = stackalloc byte[written.Length];
        Transfer(written, read);
    }

    private void Transfer(ReadOnlySpan<byte> written, Span<byte> read)
    {
        try
        {
            spi.TransferFullDuplex(written, read);
        }
        catch (IOException refused)
        {
            throw new NfcTroubleException($"The MFRC522 does not answer on SPI ({refused.Message.TrimEnd('.')}). Look at its wires, and switch SPI on (dtparam=spi=on).", refused);
        }
    }

    private static NfcTroubleException Trouble(string what) =>
        new($"The MFRC522 {what}. Look at its wires (SDA to the select line, RST to 3.3 V) and its supply of 3.3 V.");
}
