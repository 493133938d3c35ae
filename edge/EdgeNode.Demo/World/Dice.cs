namespace EdgeNode.Demo;

/// <summary>Salts, keys and epochs out of the seed: predictable on purpose, for invented worlds only.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Fills bytes.</summary>
    public void Fill(Span<byte> bytes) => _random.NextBytes(bytes);
}
