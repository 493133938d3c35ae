namespace EdgeNode.Core;

/// <summary>One record in its canonical bytes.</summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Public">The line that the chain covers: UTF-8 JSON, no line feed. Points to no person in plain text.</param>
/// <param name="Personal">Salt and plain text of the commitment, UTF-8 JSON: the details of a person or a desk; empty where there is none or it was erased. The chain does not cover it.</param>
/// <param name="Hash">SHA-256 of <paramref name="Public"/>, lower-case hex; it covers the record before through its <c>prev</c>.</param>
public sealed record JournalLine(long Sequence, byte[] Public, byte[] Personal, string Hash);
