namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// A PN532 as its user manual (UM0701-02) describes it: frames, acks, and the commands that the driver uses. After power-up it finds no
/// card before it was set up. It is reached over a serial line here; <see cref="VirtualPn532I2c"/> and <see cref="VirtualPn532Spi"/> are its other wires.
/// </summary>
public sealed class VirtualPn532
{
    private readonly Lock _lock = new();
    private readonly Queue<byte[]> _frames = new();
    private List<byte> _received = [];
    private bool _isSetUp;
    private byte[] _rest = [];
    private List<byte> _command = [];
    private VirtualNfcCard? _card;
    private NfcFault _fault;

    /// <summary>What lies in its field; null = nothing.</summary>
    public VirtualNfcCard? Card
    {
        get => _card;
        set
        {
            lock (_lock)
            {
                _card = value;
            }
        }
    }

    /// <summary>What is wrong with it.</summary>
    public NfcFault Fault
    {
        get => _fault;
        set
        {
            lock (_lock)
            {
                _fault = value;
            }
        }
    }

    /// <summary>It loses its supply for a moment, and with it its settings.</summary>
    public void LosePower()
    {
        lock (_lock)
        {
            _isSetUp = false;
            _received.Clear();
            _frames.Clear();
        }
    }

    /// <summary>Takes bytes from the host.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            _received.AddRange(bytes);
            byte[]? content;
            do
            {
                _received = [.. _received.Skip(Pn532Frame.Read([.. _received], out content))];
                if (content is [Pn532Frame.ToChip, .. var command])
                {
                    _frames.Clear();
                    Give(Pn532Frame.Ack.ToArray());
                    if (Answer(command) is { } answer)
                    {
                        Give(Pn532Frame.Write([Pn532Frame.FromChip, (byte)(command[0] + 1), .. answer]));
                    }
                }
                else if (content is [])
                {
                    _frames.Clear();
                }
            }
            while (content is not null);
        }
    }

    /// <summary>The next frame to the host; null = none is ready.</summary>
    public byte[]? Give()
    {
        lock (_lock)
        {
            return _frames.TryDequeue(out var frame) ? frame : null;
        }
    }

    /// <summary>Whether a frame is ready.</summary>
    public bool IsReady
    {
        get
        {
            lock (_lock)
            {
                return _frames.Count > 0;
            }
        }
    }

    private void Give(byte[] frame)
    {
        if (_fault == NfcFault.FlippedBit)
        {
            frame[^2] ^= 0x10;
        }

        if (_fault != NfcFault.Silent)
        {
            _frames.Enqueue(_fault == NfcFault.HalfAnswer ? frame[..(frame.Length / 2)] : frame);
        }
    }

    private byte[]? Answer(byte[] command)
    {
        switch (command[0])
        {
            case 0x02:
                return [0x32, 0x01, 0x06, 0x07];
            case 0x14:
                _isSetUp = true;
                return [];
            case 0x32:
                return [];
            case 0x4A when _isSetUp:
                return _card is null ? [0x00] : [0x01, 0x01, 0x00, 0x04, (byte)(_card.HasProtocol ? 0x20 : 0x08), (byte)_card.Uid.Length, .. _card.Uid];
            case 0x40 when _isSetUp:
                return Exchange(command);
            default:
                return null;
        }
    }

    // Replies of more than 252 bytes come in parts, each asked for by an exchange without content.
    private byte[] Exchange(byte[] command)
    {
        if (_card is not { HasProtocol: true })
        {
            return [0x01];
        }

        _command.AddRange(command[2..]);
        if ((command[1] & 0x40) != 0)
        {
            return [0x00];
        }

        if (command.Length > 2)
        {
            _rest = _card.Reply([.. _command]);
        }

        _command = [];
        var part = _rest[..Math.Min(252, _rest.Length)];
        _rest = _rest[part.Length..];
        return [(byte)(_rest.Length > 0 ? 0x40 : 0x00), .. part];
    }
}
