namespace EdgeNode.Hardware;

/// <summary>What lies on a reader that is asked again and again, so that one tap is told once.</summary>
/// <param name="looksUntilGone">After so many looks without a card it is gone; fewer are a card held badly.</param>
internal sealed class LyingCard(int looksUntilGone)
{
    private byte[]? _card;
    private int _missed;

    /// <summary>Takes what a look gave; true when it is another card than before.</summary>
    /// <param name="found">The UID; empty = something that cannot be read; null = nothing.</param>
    public bool IsNew(byte[]? found)
    {
        _missed = found is null ? _missed + 1 : 0;
        if (found is null)
        {
            _card = _missed >= looksUntilGone ? null : _card;
            return false;
        }

        // What cannot be read just now may well be the card that lies there.
        var isNew = _card is null || (found.Length > 0 && !found.AsSpan().SequenceEqual(_card));
        _card = isNew || _card is { Length: 0 } ? found : _card;
        return isNew;
    }
}
