namespace EdgeNode.Hardware;

/// <summary>A chip that speaks to contactless cards (ISO/IEC 14443 type A). Used from one thread.</summary>
public interface INfcChip : IDisposable
{
    /// <summary>Wakes the chip, sets it up and switches its field on; also after it lost its supply.</summary>
    /// <returns>What it says it is.</returns>
    /// <exception cref="NfcTroubleException">The chip does not answer, or wrongly.</exception>
    string Begin();

    /// <summary>Looks for a card, also for one that lies there since the last look.</summary>
    /// <returns>Its UID of 4, 7 or 10 bytes; null where there is none.</returns>
    /// <exception cref="NfcCardLostException">There is something, but it is not one card that can be read.</exception>
    /// <exception cref="NfcTroubleException">The chip does not answer, or wrongly.</exception>
    byte[]? FindCard();

    /// <summary>One command to the card that was found and its reply (ISO/IEC 7816-4), over the block protocol of ISO/IEC 14443-4.</summary>
    /// <exception cref="NfcCardLostException">The card was taken away, answers wrongly, or has no such protocol.</exception>
    /// <exception cref="NfcTroubleException">The chip does not answer, or wrongly.</exception>
    byte[] Exchange(ReadOnlySpan<byte> command);
}
