namespace EdgeNode.Hardware;

/// <summary>
/// One bus with its readers: speaks to one at a time and waits for its answer. It knows no port and no clock: whoever has both
/// sends what it gives and feeds what comes.
/// </summary>
internal sealed class OsdpController : IDisposable
{
    /// <summary>Within this a reader begins to answer (OSDP 2.2, 5.7).</summary>
    public static readonly TimeSpan ReplyWithin = TimeSpan.FromMilliseconds(200);

    private readonly OsdpLink[] _links;
    private readonly TimeSpan _character;
    private readonly OsdpFramer _framer = new();
    private OsdpLink? _waited;
    private TimeSpan _answerBy;
    private TimeSpan _quietUntil;
    private int _turn;

    /// <param name="links">Its readers.</param>
    /// <param name="baud">Bits per second.</param>
    public OsdpController(IEnumerable<OsdpLink> links, int baud) =>
        (_links, _character) = ([.. links], TimeSpan.FromSeconds(10.0 / baud));

    /// <summary>Messages that came damaged, or from nobody that was asked.</summary>
    public int Strays { get; private set; }

    /// <summary>Messages whose check was wrong.</summary>
    public int Damaged => _framer.Damaged;

    /// <summary>When <see cref="Send"/> has something to do.</summary>
    public TimeSpan Due(TimeSpan now)
    {
        if (_waited is not null)
        {
            return _answerBy;
        }

        var wanted = _links.Length == 0 ? now + ReplyWithin : _links.Min(link => link.Due);
        return wanted > _quietUntil ? wanted : _quietUntil;
    }

    /// <summary>The bytes to send now, a mark and a message; empty = nothing is due.</summary>
    public byte[] Send(TimeSpan now)
    {
        if (_waited is { } late)
        {
            if (now < _answerBy)
            {
                return [];
            }

            _waited = null;
            late.Missed(now);
        }

        if (now < _quietUntil)
        {
            return [];
        }

        for (var tried = 0; tried < _links.Length; tried++)
        {
            var link = _links[_turn];
            _turn = (_turn + 1) % _links.Length;
            if (link.Next(now) is { } message)
            {
                _waited = link;
                _answerBy = now + (_character * (message.Length + 1)) + ReplyWithin;
                return [0xFF, .. message];
            }
        }

        return [];
    }

    /// <summary>Takes bytes as they come.</summary>
    public void Receive(ReadOnlySpan<byte> bytes, TimeSpan now)
    {
        foreach (var frame in _framer.Feed(bytes, now))
        {
            if (_waited is { } link && frame.IsReply && frame.Address == link.Address && link.Take(frame, now))
            {
                // Two characters of silence before anybody speaks again.
                (_waited, _quietUntil) = (null, now + (_character * 2));
            }
            else if (frame.IsReply)
            {
                Strays++;
            }
        }

        // A message that has begun is let end.
        var end = now + OsdpFramer.LongestPause + OsdpFramer.LongestPause;
        _answerBy = _framer.IsInside && _answerBy < end ? end : _answerBy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var link in _links)
        {
            link.Dispose();
        }
    }
}
