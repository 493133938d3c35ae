namespace EdgeNode.Hardware;

/// <summary>
/// NFC chip PN532 (user manual UM0701-02). It finds cards and runs their protocol by itself; each command is acknowledged within
/// 15 ms and then answered; a busy machine may hear of it later.
/// </summary>
public sealed class Pn532 : INfcChip
{
    private const byte GetFirmwareVersion = 0x02;
    private const byte SamConfiguration = 0x14;
    private const byte RfConfiguration = 0x32;
    private const byte InListPassiveTarget = 0x4A;
    private const byte InDataExchange = 0x40;
    private const byte MoreInformation = 0x40;
    private const byte CardAnswersIso14443 = 0x20;
    private const int MostOfACommand = 252;
    private static readonly TimeSpan ForAck = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ForAnswer = TimeSpan.FromMilliseconds(2_000);
    private readonly IPn532Wire _wire;
    private byte _selectAnswer;

    internal Pn532(IPn532Wire wire) => _wire = wire;

    /// <summary>A chip on I2C, at address 0x24, at most 400 kHz.</summary>
    public static Pn532 OnI2c(System.Device.I2c.I2cDevice device) => new(new Pn532I2c(device, TimeProvider.System));

    /// <summary>A chip on SPI, mode 0, at most 5 MHz.</summary>
    public static Pn532 OnSpi(System.Device.Spi.SpiDevice device) => new(new Pn532Spi(device, TimeProvider.System));

    /// <summary>A chip on a serial port (HSU), at 115,200 bits per second.</summary>
    /// <exception cref="HardwareMissingException">The port cannot be opened.</exception>
    public static Pn532 OnSerial(string port, int baud = 115_200) => new(new Pn532Serial(SerialLine.Open(port, baud), TimeProvider.System));

    /// <inheritdoc/>
    public string Begin()
    {
        _wire.Wake();
        var firmware = Ask([GetFirmwareVersion], 5);
        // Normal mode, no time-out, no interrupt line.
        Ask([SamConfiguration, 0x01, 0x00, 0x00], 0);
        // A look for a card ends by itself after two tries more.
        Ask([RfConfiguration, 0x05, 0xFF, 0x01, 0x02], 0);
        return firmware is [_, var version, var revision, ..]
            ? $"PN532 {version}.{revision}"
            : throw Wrong("its firmware", firmware);
    }

    /// <inheritdoc/>
    public byte[]? FindCard()
    {
        var found = Ask([InListPassiveTarget, 0x01, 0x00], 64);
        if (found is [0, ..])
        {
            return null;
        }

        if (found is not [1, _, _, _, var select, var length, ..] || found.Length < 6 + length)
        {
            throw Wrong("a card", found);
        }

        _selectAnswer = select;
        return found[6..(6 + length)];
    }

    /// <inheritdoc/>
    public byte[] Exchange(ReadOnlySpan<byte> command)
    {
        if ((_selectAnswer & CardAnswersIso14443) == 0)
        {
            throw new NfcCardLostException("The card does not begin the protocol of ISO 14443-4: it has none, or no card was found before.");
        }

        var rest = command;
        while (rest.Length > MostOfACommand)
        {
            Status(Ask([InDataExchange, 0x01 | MoreInformation, .. rest[..MostOfACommand]], 1));
            rest = rest[MostOfACommand..];
        }

        var reply = new List<byte>();
        var answer = Ask([InDataExchange, 0x01, .. rest], Pn532Frame.Longest - 2);
        while (Status(answer))
        {
            reply.AddRange(answer[1..]);
            answer = Ask([InDataExchange, 0x01], Pn532Frame.Longest - 2);
        }

        return [.. reply, .. answer[1..]];
    }

    /// <inheritdoc/>
    public void Dispose() => _wire.Dispose();

    // Error codes of UM0701-02, table 16, are of the card and its field, not of the chip.
    private static bool Status(byte[] answer) => answer is not [var status, ..] ? throw Wrong("a reply", answer)
        : (status & 0x3F) == 0 ? (status & MoreInformation) != 0
        : throw new NfcCardLostException($"The card did not answer as it should (PN532 error 0x{status & 0x3F:X2}); it was taken away too soon, or is damaged.");

    private static NfcTroubleException Wrong(string what, byte[] answer) =>
        new($"The PN532 told {what} in {answer.Length} bytes that mean nothing. Look at its wires, its supply and its switches.");

    // The ack first, then the answer, which repeats the command plus one.
    private byte[] Ask(ReadOnlySpan<byte> command, int longest)
    {
        _wire.Send(Pn532Frame.Write([Pn532Frame.ToChip, .. command]));
        if (_wire.Receive(0, ForAck) is not [])
        {
            throw new NfcTroubleException($"The PN532 does not acknowledge command 0x{command[0]:X2} within {ForAck.TotalMilliseconds:0} ms. Look at its wires, its supply and its switches (serial, I2C or SPI).");
        }

        var answer = _wire.Receive(longest + 2, ForAnswer);
        if (answer is null)
        {
            // An ack ends what the chip still does.
            _wire.Send(Pn532Frame.Ack);
        }

        return answer is [Pn532Frame.FromChip, var code, ..] && code == command[0] + 1
            ? answer[2..]
            : throw new NfcTroubleException($"The PN532 does not answer command 0x{command[0]:X2} as it should within {ForAnswer.TotalMilliseconds:0} ms. Look at its supply; it begins anew.");
    }
}
