namespace EdgeNode.Hardware.Tests;

/// <summary>A chip whose looks for a card can be waited for.</summary>
internal sealed class WatchedChip(INfcChip chip, SemaphoreSlim looks) : INfcChip
{
    public string Begin() => chip.Begin();

    public byte[]? FindCard()
    {
        try
        {
            return chip.FindCard();
        }
        finally
        {
            looks.Release();
        }
    }

    public byte[] Exchange(ReadOnlySpan<byte> command) => chip.Exchange(command);

    public void Dispose() => chip.Dispose();
}
