namespace EdgeNode.Store;

/// <summary>Fills bytes with randomness.</summary>
public delegate void Fill(Span<byte> bytes);
