namespace EdgeNode.Hardware;

/// <summary>The daemon, the reader or the card is gone, or refuses.</summary>
internal sealed class PcscTrouble(string call, nint code) : Exception($"{call}: {PcscLibrary.Words(code)}");
