namespace EdgeNode.Contracts;

/// <summary>What is in sight of a letter that is read from its beginning to its end: a million bookings need not be in memory at once.</summary>
/// <param name="letter">The letter's bytes.</param>
internal sealed class LetterWindow(Stream letter)
{
    private byte[] _buffer = new byte[128 * 1024];
    private int _filled;

    /// <summary>Whether the letter's end is in sight.</summary>
    public bool Ended { get; private set; }

    /// <summary>What is in sight; good until it moves.</summary>
    public ReadOnlySpan<byte> Seen => _buffer.AsSpan(0, _filled);

    /// <summary>Moves on to what follows, and brings more of it into sight unless the letter ends.</summary>
    /// <param name="kept">How many bytes at the end of what is in sight stay.</param>
    public void Slide(int kept)
    {
        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_filled - kept, kept).CopyTo(target);
        (_buffer, _filled) = (target, kept);
        while (!Ended && _filled < _buffer.Length)
        {
            var count = letter.Read(_buffer, _filled, _buffer.Length - _filled);
            Ended = count == 0;
            _filled += count;
        }
    }
}
