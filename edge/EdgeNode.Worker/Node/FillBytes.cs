namespace EdgeNode.Worker;

/// <summary>Fills bytes with randomness.</summary>
public delegate void FillBytes(Span<byte> bytes);
