using System.Security.Cryptography;

namespace EdgeNode.Hardware;

/// <summary>
/// The reader's side of OSDP 2.2 with its secure channel: what <c>edgenode osdp reader</c> and the simulated readers are made of. It
/// knows no port: whoever has one feeds bytes and sends the answers.
/// </summary>
/// <param name="address">Its address.</param>
/// <param name="key">Its key; null = it knows only the published one, as a new reader does.</param>
/// <param name="fill">Fills bytes with randomness.</param>
public sealed class OsdpDevice(byte address, OsdpKey? key, Action<byte[]> fill) : IDisposable
{
    private static readonly byte[] Identity = [0x5C, 0x26, 0x23, 1, 1, 0, 0, 0, 1, 0, 1, 0];

    // Function, compliance, number: inputs, card format raw, one light of all colours, buzzer, CRC, AES, 1440 bytes, one head, OSDP 2.2.
    private static readonly byte[] Abilities =
        [1, 1, 1, 3, 1, 0, 4, 4, 1, 5, 2, 1, 8, 1, 0, 9, 1, 1, 10, 0xA0, 5, 11, 0xA0, 5, 13, 0, 1, 16, 2, 0];

    private readonly OsdpFramer _framer = new();
    private readonly Queue<(OsdpReply Reply, byte[] Content)> _waiting = new();
    private byte _address = address;
    private (byte Address, int Baud)? _moving;
    private OsdpKey? _key = key;
    private OsdpSession? _opening;
    private byte[] _expectedProof = [];
    private OsdpSession? _session;
    private int? _lastSequence;
    private byte[] _lastCommand = [];
    private byte[] _lastReply = [];
    private byte[] _local = [0, 0];

    /// <summary>How often it was polled and had nothing to tell.</summary>
    public int Polled { get; private set; }

    /// <summary>Commands that it does not know.</summary>
    public ISet<OsdpCommand> Unknown { get; } = new HashSet<OsdpCommand>();

    /// <summary>Whether a secure channel stands.</summary>
    public bool IsSecure => _session is not null;

    /// <summary>Whether it does without a secure channel where the controller lets it.</summary>
    public bool AllowsClear { get; init; }

    /// <summary>Its key.</summary>
    public OsdpKey? Key => _key;

    /// <summary>Told what it was asked to do: light, buzzer, text.</summary>
    public event Action<OsdpCommand, byte[]>? Done;

    /// <summary>Told when it was given another key.</summary>
    public event Action<OsdpKey>? KeyChanged;

    /// <summary>Goes where it was told to go, once the answer that says so is sent: another address, another rate, from the beginning. Null = nowhere.</summary>
    public (byte Address, int Baud)? Move()
    {
        var moved = _moving;
        if (moved is { } to)
        {
            (_address, _moving) = (to.Address, null);
            PowerCycle();
        }

        return moved;
    }

    /// <summary>A card in the field; told at the next poll.</summary>
    public void Tap(string bits) => _waiting.Enqueue((OsdpReply.RawCard, OsdpContent.Card(bits)));

    /// <summary>Keys that are pressed: 0 to 9, * and #.</summary>
    public void Press(string keys) => _waiting.Enqueue((OsdpReply.Keypad, OsdpContent.Keypad(keys)));

    /// <summary>The housing is opened or shut, the supply fails or is back.</summary>
    public void SetLocal(bool tampered, bool powerFault)
    {
        _local = [(byte)(tampered ? 1 : 0), (byte)(powerFault ? 1 : 0)];
        _waiting.Enqueue((OsdpReply.LocalStatus, _local));
    }

    /// <summary>Power off and on again: channel and sequence are gone, the key and what waits stay.</summary>
    public void PowerCycle()
    {
        _session?.Dispose();
        _opening?.Dispose();
        (_session, _opening, _lastSequence) = (null, null, null);
    }

    /// <summary>
    /// Takes bytes as they come; the answer to send, with its mark, or nothing. Of several commands that came together only the last is
    /// answered: the controller has stopped waiting for the others, and an answer to them would be taken for one to it.
    /// </summary>
    public byte[] Receive(ReadOnlySpan<byte> bytes, TimeSpan now)
    {
        // Whoever has no rate to change feeds on.
        Move();
        var last = _framer.Feed(bytes, now).LastOrDefault(frame => !frame.IsReply && IsForMe(frame));
        return last is null ? [] : [0xFF, .. Answer(last)];
    }

    /// <inheritdoc/>
    public void Dispose() => PowerCycle();

    private bool IsForMe(OsdpFrame command) => command.Address == _address
        || (command.Address == OsdpFrame.Everybody
            && (OsdpCommand)command.Code is OsdpCommand.Identify or OsdpCommand.Capabilities or OsdpCommand.SetCommunication);

    private byte[] Answer(OsdpFrame command)
    {
        var whole = command.Covered;
        if (command.Sequence != 0 && command.Sequence == _lastSequence && whole.AsSpan().SequenceEqual(_lastCommand))
        {
            // The answer was lost: the same again, and the channel stays where it is.
            return _lastReply;
        }

        if (command.Sequence == 0)
        {
            PowerCycle();
        }
        else if (command.Sequence != (_lastSequence is 3 or null ? 1 : _lastSequence + 1))
        {
            return Refusal(command, OsdpNak.Sequence);
        }

        _lastReply = Do(command);
        (_lastSequence, _lastCommand) = (command.Sequence, whole);
        return _lastReply;
    }

    private byte[] Do(OsdpFrame command)
    {
        switch (command.Security)
        {
            case OsdpSecurity.Challenge:
                return Challenged(command);
            case OsdpSecurity.ServerCryptogram:
                return Proved(command);
            case null when _session is not null:
                return Refusal(command, OsdpNak.EncryptionRequired);
            case null:
                var (reply, content) = Clear((OsdpCommand)command.Code, command.Content);
                return OsdpFrame.Plain(_address, isReply: true, command.Sequence, (byte)reply, content, command.UsesCrc).Encode();
            default:
                if (_session?.Open(command) is not { } opened)
                {
                    return Refusal(command, OsdpNak.SecurityBlock);
                }

                var (sealedReply, hidden) = Execute((OsdpCommand)command.Code, opened);
                return _session.Seal(isReply: true, _address, command.Sequence, (byte)sealedReply, hidden);
        }
    }

    // Without a channel only what a controller needs to open one.
    private (OsdpReply Reply, byte[] Content) Clear(OsdpCommand command, byte[] content) =>
        AllowsClear || command is OsdpCommand.Identify or OsdpCommand.Capabilities
            ? Execute(command, content)
            : (OsdpReply.Nak, [(byte)OsdpNak.EncryptionRequired]);

    private byte[] Challenged(OsdpFrame command)
    {
        var mine = command.SecurityContent switch
        {
            [0] when _key is null => OsdpKey.Default,
            [1] => _key,
            _ => null,
        };
        if (mine is null || (OsdpCommand)command.Code != OsdpCommand.Challenge || command.Content.Length != 8)
        {
            return Refusal(command, OsdpNak.SecurityBlock);
        }

        _session?.Dispose();
        _opening?.Dispose();
        _session = null;
        var random = new byte[8];
        fill(random);
        _opening = new(mine.Bytes, command.Content);
        _expectedProof = _opening.ServerCryptogram(command.Content, random);
        byte[] proof = [.. Identity[..8], .. random, .. _opening.ClientCryptogram(command.Content, random)];
        return Handshake(command, OsdpSecurity.ClientCryptogram, command.SecurityContent, OsdpReply.ClientCryptogram, proof);
    }

    private byte[] Proved(OsdpFrame command)
    {
        if (_opening is null || !CryptographicOperations.FixedTimeEquals(_expectedProof, command.Content))
        {
            return Handshake(command, OsdpSecurity.InitialMac, [0xFF], OsdpReply.InitialMac, new byte[16]);
        }

        (_session, _opening) = (_opening, null);
        var first = _session.InitialMac(_expectedProof);
        _session.Begin(first);
        return Handshake(command, OsdpSecurity.InitialMac, [1], OsdpReply.InitialMac, first);
    }

    private (OsdpReply Reply, byte[] Content) Execute(OsdpCommand command, byte[] content)
    {
        if (Unknown.Contains(command))
        {
            return (OsdpReply.Nak, [(byte)OsdpNak.UnknownCommand]);
        }

        switch (command)
        {
            case OsdpCommand.Poll:
                Polled += _waiting.Count == 0 ? 1 : 0;
                return _waiting.TryDequeue(out var told) ? told : (OsdpReply.Ack, []);
            case OsdpCommand.Identify:
                return (OsdpReply.Identity, Identity);
            case OsdpCommand.Capabilities:
                return (OsdpReply.Capabilities, Abilities);
            case OsdpCommand.LocalStatus:
                return (OsdpReply.LocalStatus, _local);
            case OsdpCommand.InputStatus:
                return (OsdpReply.InputStatus, [0]);
            case OsdpCommand.ReaderStatus:
                return (OsdpReply.ReaderStatus, [_local[0]]);
            case OsdpCommand.SetKey:
                return TakeKey(content);
            case OsdpCommand.SetCommunication:
                return TakeMove(content);
            case OsdpCommand.Led or OsdpCommand.Buzzer or OsdpCommand.Text or OsdpCommand.Output:
                Done?.Invoke(command, content);
                return (OsdpReply.Ack, []);
            case OsdpCommand.ReceiveSize or OsdpCommand.Abort or OsdpCommand.KeepActive:
                return (OsdpReply.Ack, []);
            default:
                return (OsdpReply.Nak, [(byte)OsdpNak.UnknownCommand]);
        }
    }

    private (OsdpReply Reply, byte[] Content) TakeMove(byte[] content)
    {
        if (OsdpContent.Communication(content) is not { } to)
        {
            return (OsdpReply.Nak, [(byte)OsdpNak.Record]);
        }

        _moving = to;
        return (OsdpReply.Communication, content);
    }

    private (OsdpReply Reply, byte[] Content) TakeKey(byte[] content)
    {
        if (_session is null || content is not [1, OsdpKey.Length, ..] || OsdpKey.Read(Convert.ToHexString(content.AsSpan(2))).Key is not { } given)
        {
            return (OsdpReply.Nak, [(byte)OsdpNak.Record]);
        }

        _key = given;
        KeyChanged?.Invoke(given);
        return (OsdpReply.Ack, []);
    }

    private byte[] Handshake(OsdpFrame command, OsdpSecurity type, byte[] block, OsdpReply reply, byte[] content) =>
        new OsdpFrame(_address, IsReply: true, command.Sequence, command.UsesCrc, type, block, (byte)reply, content).Encode();

    private byte[] Refusal(OsdpFrame command, OsdpNak why) =>
        OsdpFrame.Plain(_address, isReply: true, command.Sequence, (byte)OsdpReply.Nak, [(byte)why], command.UsesCrc).Encode();
}
