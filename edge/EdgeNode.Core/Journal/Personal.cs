namespace EdgeNode.Core;

/// <summary>The part of a fact that points to a person. The chain covers only a commitment to it, so that it can be erased.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Booking">By which booking, if any.</param>
public sealed record Personal(HolderRef Holder, BookingId? Booking);
