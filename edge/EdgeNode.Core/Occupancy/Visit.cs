namespace EdgeNode.Core;

/// <summary>Somebody who is in, as a checkpoint remembers it.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Since">Wall time of the last passage in.</param>
public sealed record Visit(HolderRef Holder, DateTimeOffset Since);
