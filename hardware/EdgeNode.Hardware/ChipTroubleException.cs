namespace EdgeNode.Hardware;

/// <summary>A sensor or converter does not do what it should: no answer, a wrong one, wires loose, supply gone. The message says what to look at.</summary>
public sealed class ChipTroubleException(string message, Exception? inner = null) : Exception(message, inner);
