namespace EdgeNode.Hardware;

/// <summary>
/// The controller's side of one reader on a bus: who speaks next, and what an answer means. It knows no port and no clock. A message
/// that was not answered is repeated to the byte, under its own sequence number; after 8 s without a right answer the reader is down.
/// </summary>
internal sealed partial class OsdpLink : IDisposable
{
    /// <summary>A reader that gave no right answer for so long is down (OSDP 2.2, 5.7).</summary>
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PatientPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DownPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SessionAge = TimeSpan.FromHours(12);
    private const int QueueLength = 16;

    private readonly OsdpLinkSettings _settings;
    private readonly Action<byte[]> _fill;
    private readonly Action<OsdpEvent> _tell;
    private readonly List<(OsdpCommand Command, byte[] Content, TimeSpan Until)> _queue = [];
    private readonly HashSet<OsdpCommand> _unsupported = [];
    private readonly HashSet<OsdpAlarm> _alarmed = [];
    private Phase _phase = Phase.Identify;
    private OsdpKeyRing _ring;
    private OsdpPairing? _pairing;
    private int _tried;
    private OsdpHandshake? _handshake;
    private OsdpFrame? _proof;
    private OsdpSession? _session;
    private TimeSpan _sessionSince;
    private byte[]? _onTheWire;
    private OsdpCommand _asked;
    private int _sequence;
    private int _misses;
    private TimeSpan _notBefore;
    private TimeSpan? _lastAnswer;
    private TimeSpan? _lastEmpty;
    private bool _up;
    private (bool Tampered, bool PowerFault)? _local;
    private string? _inputs;
    private OsdpEvent.Identity? _identity;

    /// <param name="settings">What the reader is to be.</param>
    /// <param name="ring">Its keys.</param>
    /// <param name="fill">Fills bytes with randomness.</param>
    /// <param name="tell">Told what happens.</param>
    public OsdpLink(OsdpLinkSettings settings, OsdpKeyRing ring, Action<byte[]> fill, Action<OsdpEvent> tell) =>
        (_settings, _ring, _fill, _tell) = (settings, ring, fill, tell);

    private enum Phase
    {
        Identify,
        Challenge,
        Prove,
        Describe,
        Online,
    }

    /// <summary>The reader's address.</summary>
    public byte Address => _settings.Address;

    /// <summary>Whether it answers as it must.</summary>
    public bool IsUp => _up;

    /// <summary>When it wants to speak next.</summary>
    public TimeSpan Due => _notBefore;

    /// <summary>Asks for something, once the reader is up; what waits longer than its time is dropped.</summary>
    public void Ask(OsdpCommand command, byte[] content, TimeSpan until)
    {
        if (!_unsupported.Contains(command) && _queue.Count < QueueLength)
        {
            _queue.Add((command, content, until));
            _notBefore = _phase == Phase.Online && _onTheWire is null ? TimeSpan.Zero : _notBefore;
        }
    }

    /// <summary>Gives leave to pair.</summary>
    public void Pair(OsdpPairing pairing)
    {
        _pairing = pairing;
        Restart(TimeSpan.Zero);
    }

    /// <summary>Gives the reader another key, in two phases.</summary>
    public void Rotate(OsdpKey next)
    {
        Keep(_ring.Propose(next));
        _queue.Insert(0, (OsdpCommand.SetKey, [1, OsdpKey.Length, .. next.Bytes], TimeSpan.MaxValue));
    }

    /// <summary>The bytes to send now; null = nothing is due.</summary>
    public byte[]? Next(TimeSpan now)
    {
        if (now < _notBefore)
        {
            return null;
        }

        return _onTheWire ??= Build(now);
    }

    /// <summary>No right answer came in time.</summary>
    public void Missed(TimeSpan now)
    {
        _misses++;
        if (_lastAnswer is not { } last || now - last >= OfflineAfter)
        {
            Fall(now);
        }
        else
        {
            _notBefore = _misses < 3 ? now : now + PatientPause;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _handshake?.Dispose();
        _session?.Dispose();
    }

    private void Fall(TimeSpan now)
    {
        if (_up)
        {
            _up = false;
            _tell(new OsdpEvent.Down());
        }

        (_local, _inputs) = (null, null);
        _unsupported.Clear();
        Restart(now + DownPause);
    }

    // From the beginning: sequence number 0, no channel.
    private void Restart(TimeSpan notBefore)
    {
        _handshake?.Dispose();
        _session?.Dispose();
        (_handshake, _session, _proof, _onTheWire) = (null, null, null, null);
        (_phase, _sequence, _misses, _notBefore) = (Phase.Identify, 0, 0, notBefore);
        _queue.RemoveAll(waiting => waiting.Command == OsdpCommand.SetKey);
    }

    private byte[]? Build(TimeSpan now)
    {
        if (_pairing is { } leave && now >= leave.Until)
        {
            _pairing = null;
        }

        if (_phase == Phase.Online && _session is not null && now - _sessionSince >= SessionAge)
        {
            Restart(now);
        }

        return _phase switch
        {
            Phase.Identify => Say(OsdpCommand.Identify, [0]),
            Phase.Challenge => Challenge(now),
            Phase.Prove => Sent(OsdpCommand.ServerCryptogram, _proof!.Encode()),
            Phase.Describe => Say(OsdpCommand.Capabilities, [0]),
            _ => Wanted(now),
        };
    }

    private byte[]? Challenge(TimeSpan now)
    {
        var candidates = _pairing is null ? _ring.Candidates : [OsdpKey.Default];
        if (candidates.Count == 0)
        {
            // Not paired, and nobody gave leave: it is only asked who it is, now and then.
            Restart(now + DownPause);
            return null;
        }

        var random = new byte[8];
        _fill(random);
        _handshake?.Dispose();
        _handshake = new(candidates[_tried % candidates.Count], random);
        return Sent(OsdpCommand.Challenge, _handshake.Challenge(Address, _sequence).Encode());
    }

    private byte[] Wanted(TimeSpan now)
    {
        _queue.RemoveAll(waiting => waiting.Until < now);
        if (_queue.Count == 0)
        {
            return Say(OsdpCommand.Poll, []);
        }

        var (command, content, _) = _queue[0];
        _queue.RemoveAt(0);
        return Say(command, content);
    }

    // Inside the channel where one stands.
    private byte[] Say(OsdpCommand command, byte[] content) => Sent(
        command,
        _session?.Seal(isReply: false, Address, _sequence, (byte)command, content)
            ?? OsdpFrame.Plain(Address, isReply: false, _sequence, (byte)command, content).Encode());

    private byte[] Sent(OsdpCommand command, byte[] bytes)
    {
        _asked = command;
        return bytes;
    }

    private void Keep(OsdpKeyRing ring)
    {
        _ring = ring;
        _tell(new OsdpEvent.KeepKeys(ring));
    }
}
